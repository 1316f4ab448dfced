import { allOf } from '@/lib/network/perDocument'
import { link } from '@/lib/trace/check'
import { endpointLink, put, taskNlb } from './example'
import { defineRule } from './rule'

export const nlbWithTwoLinks = defineRule(
  {
    id: 'nlb-with-two-links',
    title: 'Two VPC links on one load balancer',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-api-with-vpclink-cli.html',
    says: {
      two: '{link} and {other} both point to {balancer}, which can carry one VPC link alone: the second fails when it is made. Share the link between the APIs, with a listener for each.',
    },
    bad: { two: { template: 'two-api-chain', patch: [put([endpointLink, 'target'], taskNlb)] } },
    good: { template: 'two-api-chain', patch: [] },
  },
  function* (doc, found) {
    const first = new Map<string, string>()
    for (const [id, { version, target }] of vpcLinks(doc)) {
      if (version !== 'V1' || target === undefined) continue
      const other = first.get(target)
      if (other === undefined) first.set(target, id)
      else {
        const fill = { link: link(doc, id, '/target'), other: link(doc, other), balancer: link(doc, target) }
        yield found('two', { resource: id, path: '/target', fill })
      }
    }
  },
)

const vpcLinks = allOf('vpcLink')
