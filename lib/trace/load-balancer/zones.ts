import type { Missing } from '@/lib/known/known'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { refused, timeout } from '../outcome'

export const zones = defineCheck(
  'load-balancer.zones',
  'https://repost.aws/knowledge-center/elb-dns-cross-zone-balance-configuration',
  {
    all: 'Every zone of {balancer} has a target that gets traffic.',
    'cross-zone': 'Cross-zone load balancing is on: every node of {balancer} reaches every target.',
    'left-out': '{empty} of {balancer} has no healthy target, so DNS leaves its node out.',
    'link-goes-anyway':
      '{empty} of {balancer} has no target that gets traffic and cross-zone load balancing is off. A VPC link does not follow DNS, so some calls may go there. Turn cross-zone on, or add a target.',
    'dns-returns-all':
      '{empty} of {balancer} has no target, and another group without any healthy target makes DNS return every zone. Some calls may go there.',
    'not-visible':
      '{empty} of {balancer} has no target that gets traffic, and whether cross-zone load balancing is on is not known.',
    'empty-zone':
      'The node that is called is in {empty}, which has no target that gets traffic, and cross-zone load balancing is off.',
  },
)

export type ZoneWord =
  | 'all'
  | 'cross-zone'
  | 'left-out'
  | 'link-goes-anyway'
  | 'dns-returns-all'
  | 'empty-zone'
  | 'not-visible'

export function zonesCheck(
  doc: TopologyDocument,
  balancer: string,
  word: ZoneWord,
  empty: string[],
  gaps: Missing[],
): Finding {
  const fill = { balancer: link(doc, balancer, '/availabilityZones'), empty: empty.join(' and ') }
  const enabled = resourceOf(doc, balancer, 'loadBalancer')?.availabilityZones
  const evidence = [{ resource: balancer, path: '/availabilityZones', value: enabled }]
  const parts = { fact: word === 'all' || word === 'cross-zone' ? 'all zones' : 'zone empty', fill, evidence }
  if (word === 'empty-zone') return zones.fail('empty-zone', [timeout, refused], parts)
  if (word === 'not-visible') return zones.unknown(word, gaps, [timeout, refused], parts)
  if (word !== 'link-goes-anyway' && word !== 'dns-returns-all') return zones.pass(word, parts)
  const ask = `Which zone of ${balancer} does the call go to?`
  return zones.unknown(
    word,
    [{ resource: balancer, path: '/availabilityZones', why: 'notModelled', ask }],
    [timeout, refused],
    parts,
  )
}
