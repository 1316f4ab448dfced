import type { TopologyDocument } from '@/lib/topology/document'
import { readField } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { refused, timeout } from '../outcome'

export const state = defineCheck(
  'load-balancer.state',
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerState.html',
  {
    active: '{balancer} is active.',
    'not-active': '{balancer} is {state}: it takes no connections until it is active.',
    'not-visible': 'The state of {balancer} is not known.',
  },
)

export function stateCheck(doc: TopologyDocument, id: string): Finding {
  const read = readField(doc, id, 'loadBalancer', 'state')
  const fill = { balancer: link(doc, id, '/state'), state: '' }
  if (!read.known)
    return state.unknown('not-visible', read.missing, [timeout, refused], { fact: 'state not known', fill })
  const parts = { fact: read.value, fill: { ...fill, state: read.value }, evidence: read.evidence }
  return /^active(_impaired)?$/i.test(read.value)
    ? state.pass('active', parts)
    : state.fail('not-active', [timeout, refused], parts)
}
