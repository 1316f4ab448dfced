import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { timeout } from '../outcome'

export const scheme = defineCheck(
  'vpc-link.scheme',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-nlb-for-vpclink-using-console.html',
  {
    'internet-facing':
      '{balancer} behind {link} is internet-facing. Whether a link carries calls to such a load balancer is not documented; AWS shows internal ones.',
  },
)

export function schemeCheck(doc: TopologyDocument, id: string, balancer: string): Finding | undefined {
  if (resourceOf(doc, balancer, 'loadBalancer')?.scheme !== 'internet-facing') return undefined
  const ask = `Does ${id} carry calls to an internet-facing load balancer?`
  const fill = { link: link(doc, id), balancer: link(doc, balancer, '/scheme') }
  const parts = {
    fact: 'internet-facing',
    fill,
    evidence: [{ resource: balancer, path: '/scheme', value: 'internet-facing' }],
  }
  return scheme.unknown(
    'internet-facing',
    [{ resource: balancer, path: '/scheme', why: 'notModelled', ask }],
    [timeout],
    parts,
  )
}
