import { link } from '@/lib/trace/check'
import { change, put, taskGroup } from './example'
import { forwards } from './facts/forwards'
import { defineRule } from './rule'

const sick = { state: 'unhealthy', reason: 'Target.FailedHealthChecks' }
const target = (at: number) => change([taskGroup, 'targets', String(at), 'health'], sick)

export const targetsWithoutTraffic = defineRule(
  {
    id: 'targets-without-traffic',
    title: 'A target group that can send nowhere',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html',
    says: {
      empty:
        '{group} has no registered target, and {balancer} forwards to it: connections have nowhere to go. Register one.',
      'not-in-use':
        'No target of {group} is in a zone that {balancer} is enabled in: none gets traffic. Enable the zone, or register a target in one that is.',
    },
    bad: {
      empty: { template: 'nlb-fargate', patch: [put([taskGroup, 'targets'], [])] },
      'not-in-use': {
        template: 'nlb-fargate',
        patch: [put([taskGroup, 'targets'], [{ id: '10.0.1.40', port: 5000, availabilityZone: 'cn-northwest-1d' }])],
      },
    },
    good: { template: 'nlb-fargate', patch: [0, 1, 2].map(target) },
  },
  function* (doc, found) {
    for (const { group, balancer, fact } of forwards(doc)) {
      if (fact.reason !== 'empty' && fact.reason !== 'not-in-use') continue
      const fill = { group: link(doc, group, '/targets'), balancer: link(doc, balancer) }
      yield found(fact.reason, { resource: group, path: '/targets', fill })
    }
  },
)
