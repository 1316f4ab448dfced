import type { Missing } from '@/lib/known/known'
import { outsideHolders, unreadHolders } from '@/lib/network/holders'
import { holes } from '@/lib/network/holes'
import type { UsedTarget } from '@/lib/network/targets'
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

/** Registered addresses outlive what they belonged to: an endpoint that is made again has new ones. */
export function addressCheck(doc: TopologyDocument, group: string, targets: UsedTarget[], all: boolean): Finding {
  const addresses = targets.map((t) => t.target.id ?? 'not registered')
  const fill = { group: link(doc, group, '/targets'), addresses: addresses.join(', ') }
  const parts = {
    fact: 'no such address',
    fill,
    resource: group,
    evidence: [{ resource: group, path: '/targets', value: addresses }],
  }
  const unread = unreadOf(doc, group, targets)
  if (unread.length > 0) return address.unknown('not-visible', unread, [timeout], parts)
  if (all) return address.fail('nobody', [timeout], parts)
  const gap = {
    resource: group,
    path: '/targets',
    why: 'notModelled' as const,
    ask: 'Which target does the call go to?',
  }
  return address.unknown('some-nobody', [gap], [timeout], parts)
}

/**
 * Reading AWS asks for the interface of every target's address: the answer stands in the target, or a hole does.
 * Without either nobody has the address, whatever else could not be read.
 */
function unreadOf(doc: TopologyDocument, group: string, targets: UsedTarget[]): Missing[] {
  const { account, region } = doc.resources[group] ?? {}
  const outside = targets.flatMap(({ target }) => (target.id === undefined ? [] : outsideHolders(doc, target.id)))
  if (outside.length > 0) return outside
  if (doc.seen && completeFor(doc, 'targetGroup', { account, region }).known)
    return targets.flatMap(({ at }) => holes(doc, group, `/targets/${at}/of`))
  const looked = completeFor(doc, 'vpcEndpoint', { account, region })
  return looked.known ? unreadHolders(doc) : [...unreadHolders(doc), ...looked.missing]
}
