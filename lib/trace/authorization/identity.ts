import type { Authorization } from '@/lib/policy/decide'
import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { possibleOf } from '../resource-policy/api'
import { denial, deniedBy } from '../resource-policy/denial'
import { arnsOf } from '../resource-policy/question'
import { gapsOf, statementOf } from '../resource-policy/word'
import type { ApiCall } from '../walk/next'

export const identity = defineCheck(
  'authorization.identity',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html',
  {
    allows: 'The policies of {who} allow the call to {api}.',
    'explicit-deny': 'A policy of {who} denies the call to {api}: {statement}.',
    'implicit-deny': 'No policy of {who} allows the call to {api}. Allow execute-api:Invoke on it.',
    'not-visible': 'Whether the policies of {who} allow the call to {api} is not known.',
  },
)

/** What the signer's own policies say, where the resource policy alone does not decide. */
export function identityCheck(
  doc: TopologyDocument,
  call: ApiCall,
  word: Authorization,
  who: string,
  principal: string | undefined,
): Finding {
  const fill = {
    api: link(doc, call.id),
    who: principal === undefined ? who : link(doc, principal, '/identityPolicies'),
    statement: statementOf(word),
  }
  const parts = {
    fill,
    ...(principal === undefined
      ? {}
      : { evidence: [{ resource: principal, path: '/identityPolicies', value: word.decidedBy }] }),
  }
  const region = doc.resources[call.id]?.region ?? call.entrance.region
  const denied = (explicit: boolean) =>
    deniedBy(call.api, denial(who, arnsOf(doc, call).masked, region, 'identity', explicit))
  if (word.decision === 'allow') return identity.pass('allows', { ...parts, fact: 'identity allows' })
  if (word.decision === 'explicitDeny')
    return identity.fail('explicit-deny', denied(true), { ...parts, fact: 'explicit deny' })
  if (word.decision === 'implicitDeny')
    return identity.fail('implicit-deny', denied(false), { ...parts, fact: 'no allow' })
  return identity.unknown('not-visible', gapsOf(word, principal ?? call.id, ''), possibleOf(word, denied), {
    ...parts,
    fact: 'identity not known',
  })
}
