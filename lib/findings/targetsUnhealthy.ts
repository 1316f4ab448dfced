import { link } from '@/lib/trace/check'
import { change, put, taskGroup } from './example'
import { forwards } from './facts/forwards'
import { defineRule } from './rule'

const sick = (at: number) => change([taskGroup, 'targets', String(at), 'health', 'state'], 'unhealthy')
const threshold = 'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count'

export const targetsUnhealthy = defineRule(
  {
    id: 'targets-unhealthy',
    title: 'Calls that go to unhealthy targets',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html',
    says: {
      'fail-open':
        'No target of {group} is healthy, so {balancer} fails open and sends to all {total}: calls arrive only while what the health check asks for is not what fails. Look at the check first.',
      'below-threshold':
        'Only {healthy} of {total} targets of {group} are healthy, fewer than its threshold, so {balancer} sends to unhealthy ones too.',
    },
    bad: {
      'fail-open': { template: 'nlb-fargate', patch: [0, 1, 2].map(sick) },
      'below-threshold': { template: 'nlb-fargate', patch: [sick(0), put([taskGroup, 'attributes', threshold], '3')] },
    },
    good: { template: 'nlb-fargate', patch: [sick(0)] },
  },
  function* (doc, found) {
    for (const { group, balancer, fact } of forwards(doc)) {
      if (fact.reason !== 'fail-open' && fact.reason !== 'below-threshold') continue
      const fill = {
        group: link(doc, group, '/targets'),
        balancer: link(doc, balancer),
        healthy: String(fact.healthy),
        total: String(fact.total),
      }
      yield found(fact.reason, { resource: group, path: '/targets', fill })
    }
  },
)
