import { z } from 'zod'
import { Editor } from '@/components/editor/Editor'
import { page } from '@/lib/auth/doors/page'
import { mayActAs } from '@/lib/auth/roles'
import { openTopology } from '@/lib/store/topologies'

export default page({
  role: 'viewer',
  params: z.object({ id: z.string() }),
  search: z.unknown(),
  async run({ params, store, person, nonce }) {
    const { document, revision, name, readOnly } = await openTopology(store, params.id)
    return (
      <Editor
        id={params.id}
        document={document}
        revision={revision}
        name={name}
        user={{ name: person.name, role: person.role }}
        nonce={nonce}
        readOnly={readOnly || !mayActAs(person.role, 'editor')}
      />
    )
  },
})
