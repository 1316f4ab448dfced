import { holes } from '@/lib/network/holes'
import { link } from '@/lib/trace/check'
import { statusCheck } from '@/lib/trace/vpc-link/status'
import { put, remove, taskLink, taskNlb } from './example'
import { ways } from './facts/ways'
import { defineRule } from './rule'

export const vpcLinkUnusable = defineRule(
  {
    id: 'vpc-link-unusable',
    title: 'A VPC link that carries no calls',
    severity: 'high',
    docs: 'https://repost.aws/knowledge-center/api-gateway-500-error-vpc',
    says: {
      unusable: '{link} is {status}, and {routes} of {api} go over it: they fail. {message}',
      pending: '{link} is {status}, and {routes} of {api} go over it: they fail until it is available.',
      inactive:
        '{link} is {status}, and {routes} of {api} go over it: a link that carried nothing for sixty days loses its interfaces. The first calls wake it, and fail for some minutes.',
      rejected:
        'The connection of {link} to its load balancer is {connection}, and {routes} of {api} go over it. Accept it, or make the link again.',
      'no-target': '{link} has no load balancer any more, and {routes} of {api} go over it: make the link again.',
    },
    bad: {
      unusable: { template: 'private-api', patch: [put([taskLink, 'status'], 'FAILED')] },
      pending: { template: 'private-api', patch: [put([taskLink, 'status'], 'PENDING')] },
      inactive: { template: 'private-api', patch: [put([taskLink, 'status'], 'INACTIVE')] },
      rejected: { template: 'private-api', patch: [put([taskLink, 'endpointConnection'], 'rejected')] },
      'no-target': { template: 'private-api', patch: [remove(taskLink, 'target')] },
    },
    good: { template: 'private-api', patch: [put([taskLink, 'target'], taskNlb)] },
  },
  function* (doc, found) {
    for (const { link: id, vpcLink, id: api, balancer } of ways(doc)) {
      if (id === undefined || !vpcLink) continue
      const gaps = holes(doc, id, '/target', '/version', '/subnets')
      const check = statusCheck(doc, id, gaps, balancer !== undefined, (outcome) => [outcome])
      const reason = reasons.find((r) => r === check.reason)
      if (check.verdict !== 'fail' || reason === undefined) continue
      const routes = ways(doc).filter((w) => w.link === id && w.id === api)
      const path = reason === 'rejected' ? '/endpointConnection' : reason === 'no-target' ? '/target' : '/status'
      const fill = {
        link: link(doc, id, path),
        status: vpcLink.status,
        routes: [...new Set(routes.map((w) => w.route))].join(', '),
        api: link(doc, api),
        message: vpcLink.statusMessage ?? 'Make it again.',
        connection: vpcLink.endpointConnection ?? '',
      }
      yield found(reason, { resource: id, path, fill })
    }
  },
)

const reasons = ['unusable', 'pending', 'inactive', 'rejected', 'no-target'] as const
