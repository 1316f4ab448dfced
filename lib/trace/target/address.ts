import { unreadHolders } from '@/lib/network/holders'
import { holes } from '@/lib/network/holes'
import type { TopologyDocument } from '@/lib/topology/document'
import { completeFor } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { timeout } from '../outcome'

export const address = defineCheck(
  'target.address',
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
  {
    nobody:
      'The targets {addresses} of {group} are addresses that nobody has: packets to them get no answer. Register the present addresses.',
    'some-nobody':
      'The targets {addresses} of {group} are addresses that nobody has; calls that go there get no answer.',
    'not-visible': 'Who has the addresses {addresses} of {group} is not known.',
  },
)

/**
 * Reading AWS asks for the interface of every target's address. In a document that was read, a target without owner
 * and without a hole there says that nobody has the address.
 */
const askedForEach = (doc: TopologyDocument, group: string): boolean => {
  const { account, region } = doc.resources[group] ?? {}
  return (
    doc.seen !== undefined &&
    completeFor(doc, 'targetGroup', { account, region }).known &&
    holes(doc, group, '/targets').length === 0
  )
}

/** Registered addresses outlive what they belonged to: an endpoint that is made again has new ones. */
export function addressCheck(doc: TopologyDocument, group: string, addresses: string[], all: boolean): Finding {
  const fill = { group: link(doc, group, '/targets'), addresses: addresses.join(', ') }
  const parts = {
    fact: 'no such address',
    fill,
    resource: group,
    evidence: [{ resource: group, path: '/targets', value: addresses }],
  }
  const looked = completeFor(doc, 'vpcEndpoint', {
    account: doc.resources[group]?.account,
    region: doc.resources[group]?.region,
  })
  const unread = askedForEach(doc, group) ? [] : unreadHolders(doc)
  if (unread.length > 0) return address.unknown('not-visible', unread, [timeout], parts)
  if (doc.seen && !looked.known) return address.unknown('not-visible', looked.missing, [timeout], parts)
  if (all) return address.fail('nobody', [timeout], parts)
  const gap = {
    resource: group,
    path: '/targets',
    why: 'notModelled' as const,
    ask: 'Which target does the call go to?',
  }
  return address.unknown('some-nobody', [gap], [timeout], parts)
}
