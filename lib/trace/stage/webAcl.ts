import type { Missing } from '@/lib/known/known'
import type { Point } from '@/lib/network/point'
import { covers, overlaps, rangeOf } from '@/lib/network/range'
import { type Api, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { readField } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { forbidden } from '../outcome'

export const webAcl = defineCheck(
  'stage.web-acl',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
  {
    allows: '{acl} lets the call pass.',
    blocks: '{acl} blocks the call from {source}, before any policy is asked.',
    opaque: '{acl} has a rule whose statement is not modelled here; it may block the call.',
    address: 'Which address {acl} compares for a call through an endpoint is not documented.',
    'stage-not-visible': 'Whether a web ACL stands before {api} is not known.',
    'not-visible': 'What {acl} does with the call is not known.',
  },
)

/** Whether the stage has a web ACL nobody could read. */
export const webAclHidden = (doc: TopologyDocument, id: string, api: Api, missing: Missing[]): Finding =>
  webAcl.unknown('stage-not-visible', missing, shaped(api, 'WAF_FILTERED', forbidden), {
    fact: 'WAF not known',
    fill: { api: link(doc, id, '/stages') },
  })

/** WAF decides before resource policies, IAM and authorizers. A stage without a web ACL has no such check. */
export function webAclCheck(doc: TopologyDocument, acl: string, api: Api, sources: Point[], inside: boolean): Finding {
  const rules = readField(doc, acl, 'webAcl', 'rules')
  const action = readField(doc, acl, 'webAcl', 'defaultAction')
  const [source] = sources
  const fill = { acl: link(doc, acl), source: source?.range.text ?? '' }
  const refusal = shaped(api, 'WAF_FILTERED', forbidden)
  if (!rules.known || !action.known) {
    const gaps = rules.known ? (action.known ? [] : action.missing) : rules.missing
    return webAcl.unknown('not-visible', gaps, refusal, { fact: 'WAF not known', fill })
  }
  const parts = { fact: 'WAF', fill, evidence: rules.evidence }
  const gap = (ask: string) => [{ resource: acl, path: '/rules', why: 'notModelled' as const, ask }]
  for (const rule of [...rules.value].sort((a, b) => a.priority - b.priority)) {
    if (rule.action === 'COUNT') continue
    if (rule.opaque)
      return webAcl.unknown('opaque', gap(`Does rule ${rule.priority} of ${acl} match the call?`), refusal, parts)
    if (inside && rule.addresses)
      return webAcl.unknown('address', gap('Which source address does WAF see behind an endpoint?'), refusal, parts)
    const match = matches(rule.addresses, source)
    if (match === 'some')
      return webAcl.unknown('not-visible', gap('Which address does the call come from?'), refusal, parts)
    if (match === 'all')
      return rule.action === 'BLOCK' ? webAcl.fail('blocks', refusal, parts) : webAcl.pass('allows', parts)
  }
  const defaults = resourceOf(doc, acl, 'webAcl')?.defaultAction
  return defaults === 'BLOCK' ? webAcl.fail('blocks', refusal, parts) : webAcl.pass('allows', parts)
}

function matches(addresses: string[] | undefined, source: Point | undefined): 'all' | 'some' | 'none' {
  if (!addresses) return 'all'
  if (!source) return 'some'
  let some = false
  for (const text of addresses) {
    const block = rangeOf(text)
    if (!block) continue
    if (covers(block, source.range)) return 'all'
    some ||= overlaps(block, source.range)
  }
  return some ? 'some' : 'none'
}
