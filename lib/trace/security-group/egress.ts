import type { Point } from '@/lib/network/point'
import { groupsAdmit } from '@/lib/network/securityGroups'
import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding } from '../check'
import { timeout } from '../outcome'
import { groupParts } from './parts'

export const egress = defineCheck(
  'security-group.egress',
  'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  {
    admits: '{group} lets {here} out to {peer}, tcp {port}.',
    'no-filter': '{here} has no security group that could hold the call back.',
    'no-groups': '{here} carries an empty list of security groups, which lets nothing out.',
    'no-rule': 'No outbound rule of {group} lets {here} out to {peer}, tcp {port}. Add one.',
    partly: 'An outbound rule of {group} covers only some of the addresses of {peer}.',
    'not-visible': 'Whether {here} may go out to {peer}, tcp {port}, is not known.',
  },
)

/** The groups where a connection begins. Answers are let through without a rule. */
export function egressCheck(doc: TopologyDocument, from: Point, to: Point, port: number): Finding {
  const fact = groupsAdmit(doc, from, 'out', to, port)
  const parts = () => groupParts(doc, fact, from, to, port, 'out')
  if (fact.verdict === 'pass') return egress.pass(fact.reason, parts)
  if (fact.verdict === 'fail') return egress.fail(fact.reason, [timeout], parts)
  return egress.unknown(fact.reason, fact.missing ?? [], [timeout], parts)
}
