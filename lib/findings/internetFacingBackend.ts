import { holes } from '@/lib/network/holes'
import { link } from '@/lib/trace/check'
import { put, taskNlb } from './example'
import { ways } from './facts/ways'
import { defineRule } from './rule'

export const internetFacingBackend = defineRule(
  {
    id: 'internet-facing-backend',
    title: 'A backend that is reached past its API',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html',
    says: {
      past: '{balancer} is internet-facing, so what {api} calls over {link} has public addresses too: a call there meets none of the policies of the API. Use an internal load balancer.',
    },
    bad: { past: { template: 'private-api', patch: [put([taskNlb, 'scheme'], 'internet-facing')] } },
    good: { template: 'private-api', patch: [] },
  },
  function* (doc, found) {
    for (const { id, link: over, balancer, onward } of ways(doc)) {
      if (over === undefined || balancer === undefined || holes(doc, balancer, '/scheme').length > 0) continue
      if (onward[0]?.lb.scheme !== 'internet-facing') continue
      const fill = { balancer: link(doc, balancer, '/scheme'), api: link(doc, id), link: link(doc, over) }
      yield found('past', { resource: balancer, path: '/scheme', fill })
    }
  },
)
