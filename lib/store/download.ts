import type { Store } from './store'
import { openTopology } from './topologies'

/** The document as a file: indented text, and a name that every file system takes. */
export async function downloadOf(store: Store, id: string): Promise<{ text: string; fileName: string }> {
  const { document, name } = await openTopology(store, id)
  const word = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return { text: `${JSON.stringify(document, null, 2)}\n`, fileName: `${word || 'topology'}.json` }
}
