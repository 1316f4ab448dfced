import { pages } from '../batch'
import { Parts } from '../holes'
import type { Collector } from '../site'
import { set, tagged } from './tags'

/** A prefix list that a route or a rule names. */
export const managedPrefixList: Collector = (site) => async (id) => {
  const { client, sdk } = await site.clients.ec2()
  const page = await client.send(
    new sdk.DescribeManagedPrefixListsCommand({ Filters: [{ Name: 'prefix-list-id', Values: [id] }] }),
  )
  const found = page.PrefixLists?.find((list) => list.PrefixListId === id)
  if (!found) return false
  const parts = new Parts()
  const entries = await parts.read('/entries', () =>
    pages(async (NextToken) => {
      const next = await client.send(new sdk.GetManagedPrefixListEntriesCommand({ PrefixListId: id, NextToken }))
      return { items: next.Entries, next: next.NextToken }
    }),
  )
  const { name = found.PrefixListName, ...tags } = tagged(found.Tags)
  site.add(id, {
    kind: 'managedPrefixList',
    ...set({ name, arn: found.PrefixListArn }),
    ...tags,
    physicalId: id,
    ...site.place,
    entries: (entries ?? []).flatMap((entry) => entry.Cidr ?? []),
    ...parts.notVisible,
  })
  return true
}
