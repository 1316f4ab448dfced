'use client'

import type { Invocation } from '@/lib/invocation/invocation'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Trace } from '@/lib/trace/trace'
import { Frame } from './Frame'
import type { Step } from './store'
import { useEditor } from './useEditor'

export interface EditorProps {
  id: string
  document: TopologyDocument
  revision: number
  name: string
  user: { name: string; role: string }
  nonce: string
  readOnly?: boolean
  /** What can be undone from earlier visits. */
  past?: Step[]
  /** The call of the address, or the opening one, with its trace: painted before any script runs. */
  opening?: { call: Invocation; trace: Trace } | undefined
}

/** One topology: read, called, traced and kept. */
export function Editor({ id, document, revision, user, readOnly = false, past = [], opening }: EditorProps) {
  const editing = useEditor({ id, document, readOnly, past, ...opening }, document, revision)
  return <Frame {...editing} user={user} />
}
