import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { endpointTargets, put } from './example'
import { forwards } from './facts/forwards'
import { defineRule } from './rule'

const https = { healthCheckProtocol: 'HTTPS', healthCheckPort: 'traffic-port', healthCheckPath: '/' }

/** The check's Host is the address of a node, which names no API: the endpoint answers 403. */
export const healthCheckBeforeEndpoint = defineRule(
  {
    id: 'health-check-before-endpoint',
    title: 'A health check that an endpoint answers 403',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html',
    says: {
      refused:
        '{group} checks interfaces of {endpoint} by {protocol} and wants {matcher}: the endpoint answers 403 to a request that names no API, so every target counts as unhealthy and calls pass only because the load balancer fails open. Check by TCP.',
    },
    bad: { refused: { template: 'two-api-chain', patch: [put([endpointTargets, 'healthCheck'], https)] } },
    good: {
      template: 'two-api-chain',
      patch: [put([endpointTargets, 'healthCheck'], { ...https, matcher: '200-399,403' })],
    },
  },
  function* (doc, found) {
    for (const { group, tg, endpoints, lb } of forwards(doc)) {
      const { healthCheckProtocol: protocol = 'TCP', healthCheckPath: path } = tg.healthCheck
      const matcher = String(tg.healthCheck.matcher ?? (lb.type === 'network' ? '200-399' : '200'))
      // The page for private APIs has an Application Load Balancer ask for /ping, which answers 200.
      if (!String(protocol).startsWith('HTTP') || path === '/ping' || takes403(matcher)) continue
      for (const endpoint of endpoints) {
        const fill = {
          group: link(doc, group, '/healthCheck'),
          endpoint: link(doc, endpoint),
          protocol: String(protocol),
          matcher,
        }
        const value = { ...tg.healthCheck, healthCheckProtocol: 'TCP' }
        const patch = [{ op: 'replace' as const, path: pointer(['resources', group, 'healthCheck']), value }]
        // An Application Load Balancer has no TCP check.
        const fix = lb.type === 'network' ? { fix: { label: 'Check by TCP', patch } } : {}
        yield found('refused', { resource: group, path: '/healthCheck', fill, ...fix })
      }
    }
  },
)

const takes403 = (matcher: string): boolean =>
  matcher.split(',').some((part) => {
    const [from, to = from] = part.split('-').map(Number)
    return from !== undefined && to !== undefined && from <= 403 && 403 <= to
  })
