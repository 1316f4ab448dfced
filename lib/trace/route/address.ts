import { outsideHolders, unreadHolders } from '@/lib/network/holders'
import type { TopologyDocument } from '@/lib/topology/document'
import { completeFor } from '@/lib/topology/read'
import { defineCheck, type Finding } from '../check'
import { refused, timeout } from '../outcome'

export const address = defineCheck(
  'route.address',
  'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html',
  {
    nobody:
      'Nobody has the address {address} in the network that the call reaches: packets to it get no answer. Use an address that an interface has.',
    'not-visible': 'Who has the address {address} is not known.',
  },
)

export function addressCheck(doc: TopologyDocument, at: string, isPrivate: boolean): Finding {
  const looked = completeFor(doc, 'vpcEndpoint', {})
  const parts = { fact: 'no such address', fill: { address: at } }
  const unread = [...unreadHolders(doc), ...outsideHolders(doc, at)]
  if (unread.length > 0) return address.unknown('not-visible', unread, [timeout, refused], parts)
  if (!doc.seen || (isPrivate && looked.known)) return address.fail('nobody', [timeout], parts)
  const missing = looked.known
    ? [{ resource: '', path: '', why: 'notInspected' as const, ask: `Who has the address ${at}?` }]
    : looked.missing
  return address.unknown('not-visible', missing, [timeout, refused], parts)
}
