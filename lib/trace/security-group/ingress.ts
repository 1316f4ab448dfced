import type { Point } from '@/lib/network/point'
import { groupsAdmit } from '@/lib/network/securityGroups'
import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { timeout } from '../outcome'
import { groupParts } from './parts'

export const ingress = defineCheck(
  'security-group.ingress',
  'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  {
    admits: '{group} admits tcp {port} from {peer} to {here}.',
    'no-filter': '{here} has no security group: it admits whoever can route to it.',
    'no-groups': '{here} carries an empty list of security groups, which admits nobody.',
    'no-rule':
      'No inbound rule of {group} admits tcp {port} from {peer} to {here}. Add one for the address that the call comes from.',
    'other-group':
      'The rule of {group} names {named}, but the call to {here} comes from {peer}, which does not carry that group. Admit the address instead.',
    partly: 'An inbound rule of {group} covers only some of the addresses of {peer}.',
    'not-visible': 'Whether {here} admits tcp {port} from {peer} is not known.',
  },
)

/** The groups where a connection ends. */
export function ingressCheck(doc: TopologyDocument, from: Point, to: Point, port: number): Finding {
  const fact = groupsAdmit(doc, to, 'in', from, port)
  const parts = () => groupParts(doc, fact, to, from, port, 'in')
  if (fact.verdict === 'pass') return ingress.pass(fact.reason, parts)
  if (fact.verdict === 'unknown') return ingress.unknown(fact.reason, fact.missing ?? [], [timeout], parts)
  if (!fact.nearMiss) return ingress.fail(fact.reason, [timeout], parts)
  const { group, names } = fact.nearMiss
  const near = parts()
  const fill = { ...near.fill, group: link(doc, group), named: link(doc, names) }
  return ingress.fail('other-group', [timeout], { ...near, fill, resource: group })
}
