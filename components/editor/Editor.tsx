import type { Role } from '@/lib/auth/roles'
import type { TopologyDocument } from '@/lib/topology/document'

export interface EditorProps {
  id: string
  document: TopologyDocument
  revision: number
  name: string
  user: { name: string; role: Role }
  nonce: string
  readOnly?: boolean
}

export function Editor({ name }: EditorProps) {
  return (
    <main>
      <h1>{name}</h1>
    </main>
  )
}
