import { buildTemplate } from '@/lib/templates/build'
import type { Store } from './store'
import { createTopology } from './topologies'

/** The chain a new user lands on; its id is fixed, so that it is made once and a deleted one stays deleted. */
export const openingTemplate = 'two-api-chain'

/** The id of the opening topology, made on the first call; undefined where somebody has deleted it. */
export async function openingTopology(store: Store, owner: string): Promise<string | undefined> {
  const row = await store.db
    .selectFrom('topology')
    .select('deleted_at')
    .where('id', '=', openingTemplate)
    .executeTakeFirst()
  if (row) return row.deleted_at === null ? openingTemplate : undefined
  await createTopology(store, { id: openingTemplate, document: buildTemplate(openingTemplate), owner })
  return openingTemplate
}
