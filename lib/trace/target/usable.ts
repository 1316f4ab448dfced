import type { TargetsFact } from '@/lib/network/targets'
import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { refused, status, timeout } from '../outcome'

export const usable = defineCheck(
  'target.usable',
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html',
  {
    healthy: '{healthy} of {total} targets of {group} are healthy and get the traffic.',
    'fail-open':
      'No target of {group} is healthy, so the load balancer fails open: all registered targets get traffic.',
    'below-threshold':
      'Fewer targets of {group} are healthy than its threshold asks for, so unhealthy ones get traffic too.',
    empty: '{group} has no registered target: connections have nowhere to go. Register one.',
    'not-in-use':
      'No target of {group} is in a zone that the load balancer is enabled in: none gets traffic. Enable the zone, or register a target in one that is.',
    changing:
      'No target of {group} is healthy, and some are starting or leaving. Whether they get connections now is not documented.',
    'not-visible': 'The targets of {group} are not known.',
  },
)

/** An application load balancer answers 503 where it has no target; a network one has no documented answer. */
export function usableCheck(doc: TopologyDocument, group: string, fact: TargetsFact, application: boolean): Finding {
  const fill = { group: link(doc, group, '/targets'), healthy: String(fact.healthy), total: String(fact.total) }
  const evidence = [
    {
      resource: group,
      path: '/targets',
      value: doc.resources[group]?.kind === 'targetGroup' ? doc.resources[group].targets : undefined,
    },
  ]
  const parts = { fact: `${fact.healthy}/${fact.total} healthy`, fill, resource: group, evidence }
  const nowhere = application ? [status(503)] : [timeout, refused]
  if (fact.verdict === 'pass') return usable.pass(fact.reason, parts)
  if (fact.verdict === 'fail')
    return usable.fail(fact.reason, nowhere, { ...parts, fact: fact.total === 0 ? 'no targets' : 'none in use' })
  return usable.unknown(fact.reason, fact.missing, nowhere, parts)
}
