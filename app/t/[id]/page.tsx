import { z } from 'zod'
import { Editor } from '@/components/editor/Editor'
import { stepsFrom } from '@/components/editor/steps'
import { page } from '@/lib/auth/doors/page'
import { mayActAs } from '@/lib/auth/roles'
import { historyOf } from '@/lib/store/saving'
import { openTopology } from '@/lib/store/topologies'
import type { TopologyDocument } from '@/lib/topology/document'
import { trace } from '@/lib/trace/engine'
import { opened } from '@/lib/urls/openingCall'

/** Edits of earlier visits that a page brings along to be undone. */
const undoMax = 30

export default page({
  role: 'viewer',
  params: z.object({ id: z.string() }),
  search: z.object({ from: z.string().optional(), call: z.string().optional() }).catch({}),
  async run({ params, search, store, person, nonce }) {
    const { document, revision, name, readOnly } = await openTopology(store, params.id)
    return (
      <Editor
        id={params.id}
        document={document}
        revision={revision}
        name={name}
        user={{ name: person.name, role: person.role }}
        nonce={nonce}
        past={readOnly ? [] : stepsFrom(await historyOf(store, params.id, undoMax), person.id)}
        opening={openingOf(document, search)}
        readOnly={readOnly || !mayActAs(person.role, 'editor')}
      />
    )
  },
})

/** Traced here too, so that the verdict stands in the page's first bytes; an address that names no call has none. */
function openingOf(
  document: TopologyDocument,
  { from, call }: { from?: string | undefined; call?: string | undefined },
) {
  try {
    return opened(document, trace, { from, curl: call })
  } catch {
    return undefined
  }
}
