import { holes } from '@/lib/network/holes'
import { allOf } from '@/lib/network/perDocument'
import { isCrossZone, zonesOf } from '@/lib/network/targets'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { change, taskGroup } from './example'
import { forwards } from './facts/forwards'
import { defineRule } from './rule'

const key = 'load_balancing.cross_zone.enabled'

/** DNS leaves an empty zone out; a VPC link does not ask DNS. */
export const emptyZone = defineRule(
  {
    id: 'empty-zone',
    title: 'A zone without targets, and cross-zone off',
    severity: 'medium',
    docs: 'https://repost.aws/knowledge-center/elb-dns-cross-zone-balance-configuration',
    says: {
      link: '{balancer} has no target that gets traffic in {zones} and cross-zone load balancing is off. {link} does not follow DNS, so calls over it fail now and then. Add a target there, or turn cross-zone on.',
    },
    bad: {
      link: { template: 'private-api', patch: [change([taskGroup, 'targets', '2', 'health', 'state'], 'unhealthy')] },
    },
    good: { template: 'nlb-fargate', patch: [change([taskGroup, 'targets', '2', 'health', 'state'], 'unhealthy')] },
  },
  function* (doc, found) {
    for (const [id, { version, target }] of vpcLinks(doc)) {
      if (version !== 'V1') continue
      for (const { balancer, group, tg, lb, fact } of forwards(doc)) {
        const unread = [
          ...holes(doc, balancer, '/attributes', '/availabilityZones'),
          ...holes(doc, group, '/attributes'),
        ]
        if (balancer !== target || fact.used.length === 0 || fact.verdict !== 'pass' || unread.length > 0) continue
        if (isCrossZone(doc, balancer, group)) continue
        const zones = zonesOf(doc, balancer).filter((z) => !fact.used.some((t) => t.zone === undefined || t.zone === z))
        if (zones.length === 0) continue
        const owner = tg.attributes?.[key] === undefined ? balancer : group
        const value = { ...(owner === group ? tg.attributes : lb.attributes), [key]: 'true' }
        const patch = [{ op: 'add' as const, path: pointer(['resources', owner, 'attributes']), value }]
        const fill = { balancer: link(doc, balancer, '/attributes'), zones: zones.join(' and '), link: link(doc, id) }
        const fix = { label: 'Turn cross-zone load balancing on', patch }
        yield found('link', { resource: balancer, path: '/attributes', fill, fix })
      }
    }
  },
)

const vpcLinks = allOf('vpcLink')
