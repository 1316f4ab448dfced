import { internetPoint, type Point } from '@/lib/network/point'
import { groupsAdmit } from '@/lib/network/securityGroups'
import type { TopologyDocument } from '@/lib/topology/document'
import { readField, readWhole } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { timeout } from '../outcome'

export const privateLink = defineCheck(
  'security-group.private-link',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-nlb-for-vpclink-using-console.html',
  {
    'no-groups': '{balancer} has no security group: it admits what comes over the link.',
    off: '{balancer} does not enforce its groups on PrivateLink traffic, so the link gets in.',
    enforced:
      '{balancer} enforces its groups on PrivateLink traffic, and a rule for its VPC does not admit API Gateway. Switch the enforcement off.',
    everybody:
      '{balancer} enforces its groups on PrivateLink traffic. Whether a rule for everybody admits API Gateway is not documented.',
    'not-visible': 'Whether {balancer} admits what comes over the link is not known.',
  },
)

/** API Gateway comes from addresses of its own, which no rule can name; enforcement is on where groups exist. */
export function privateLinkCheck(doc: TopologyDocument, id: string, node: Point | undefined, port: number): Finding {
  const groups = readWhole(doc, id, 'loadBalancer', 'securityGroups')
  const setting = readField(doc, id, 'loadBalancer', 'enforceSecurityGroupInboundRulesOnPrivateLinkTraffic')
  const fill = { balancer: link(doc, id, '/enforceSecurityGroupInboundRulesOnPrivateLinkTraffic') }
  const gaps = [...(groups.known ? [] : groups.missing), ...(setting.known ? [] : setting.missing)]
  if (groups.known && groups.value === undefined) return privateLink.pass('no-groups', { fact: 'no SG', fill })
  if (setting.known && setting.value === 'off')
    return privateLink.pass('off', { fact: 'link → NLB', fill, evidence: setting.evidence })
  if (!groups.known || !setting.known)
    return privateLink.unknown('not-visible', gaps, [timeout], { fact: 'sg not known', fill })
  const [first = id] = groups.value ?? []
  const parts = { fact: 'sg enforced', fill, resource: first, evidence: setting.evidence }
  const open = groupsAdmit(doc, node ?? { ...internetPoint(id), groups }, 'in', internetPoint(id), port)
  if (open.verdict === 'unknown' && open.reason === 'not-visible')
    return privateLink.unknown('not-visible', open.missing ?? [], [timeout], parts)
  if (open.verdict === 'pass') {
    const ask = 'Does a rule for 0.0.0.0/0 admit API Gateway where enforcement is on?'
    return privateLink.unknown(
      'everybody',
      [{ resource: first, path: '/ipPermissions', why: 'notModelled', ask }],
      [timeout],
      parts,
    )
  }
  return privateLink.fail('enforced', [timeout], parts)
}
