'use client'

import type { TopologyDocument } from '@/lib/topology/document'
import { Frame } from './Frame'
import { useEditor } from './useEditor'

export interface EditorProps {
  id: string
  document: TopologyDocument
  revision: number
  name: string
  user: { name: string; role: string }
  nonce: string
  readOnly?: boolean
}

/** One topology: read, called, traced and kept. */
export function Editor({ id, document, revision, user, readOnly = false }: EditorProps) {
  const editing = useEditor({ id, document, readOnly }, document, revision)
  return <Frame {...editing} user={user} />
}
