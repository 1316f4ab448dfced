import type { Authorization } from '@/lib/policy/decide'
import { type Api, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import type { Signature } from '../authorization/signature'
import { badSignatureOutcome } from '../authorization/signed'
import { defineCheck, type Finding, link } from '../check'
import { possibleOf } from '../resource-policy/api'
import { denial, deniedBy } from '../resource-policy/denial'
import { arnsOf } from '../resource-policy/question'
import { gapsOf, isAny, statementOf } from '../resource-policy/word'
import type { ApiCall } from '../walk/next'

export const allows = defineCheck(
  'endpoint-policy.allows',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-endpoint-policies.html',
  {
    allows: 'The policy of {endpoint} allows the call: {statement} matches.',
    default: '{endpoint} has the default policy, which allows everything.',
    'explicit-deny': 'The policy of {endpoint} denies the call: {statement} is a Deny that matches.',
    'implicit-deny':
      'The policy of {endpoint} has no Allow that matches {who} calling {api}, so the call is denied. Add one.',
    'bad-signature':
      'The call carries a signature that is not valid, and {endpoint} refuses such calls before the method is asked.',
    invalid: 'The policy of {endpoint} is not one that AWS accepts: {problem}',
    'not-visible': 'Whether the policy of {endpoint} allows the call is not known.',
  },
)

/** The endpoint policy is asked first; it sees the caller of the Authorization header, else an anonymous one. */
export function allowsCheck(
  doc: TopologyDocument,
  call: ApiCall,
  endpoint: string,
  word: Authorization,
  who: string,
): Finding {
  const path = '/policyDocument/text'
  const [first] = word.decidedBy
  const text = resourceOf(doc, endpoint, 'vpcEndpoint')?.policyDocument
  const fill = {
    endpoint: link(doc, endpoint, path),
    api: link(doc, call.id),
    who: who === 'anonymous' ? 'an anonymous caller' : who,
    statement: statementOf(word, 'endpoint', text?.text),
    problem: word.invalid[0]?.reason ?? '',
  }
  const parts = {
    fill,
    resource: endpoint,
    evidence: [{ resource: endpoint, path, value: first ? { statement: first.statement } : null }],
  }
  const region = doc.resources[call.id]?.region ?? call.entrance.region
  const denied = (explicit: boolean) =>
    deniedBy(call.api, denial(who, arnsOf(doc, call).masked, region, 'endpoint', explicit))
  switch (word.decision) {
    case 'allow':
      return text
        ? allows.pass('allows', {
            ...parts,
            fact: isAny('endpoint', text.text, word) ? 'policy: any' : 'policy allows',
          })
        : allows.pass('default', { ...parts, fact: 'policy: any' })
    case 'explicitDeny':
      return allows.fail('explicit-deny', denied(true), { ...parts, fact: 'explicit deny' })
    case 'implicitDeny':
      return allows.fail('implicit-deny', denied(false), { ...parts, fact: 'no allow' })
    case 'invalid':
      return allows.unknown(
        'invalid',
        [{ resource: endpoint, path, why: 'failed', ask: 'What policy does AWS hold? It refuses this text.' }],
        denied(false),
        { ...parts, fact: 'policy broken' },
      )
    case 'unknown':
      return allows.unknown('not-visible', gapsOf(word, endpoint, path), possibleOf(word, denied), {
        ...parts,
        fact: 'policy not known',
      })
  }
}

/** API Gateway denies a call whose signature is not valid, also to a method that asks for none. */
export const badSignature = (doc: TopologyDocument, endpoint: string, api: Api, signature: Signature): Finding =>
  allows.fail('bad-signature', badSignatureOutcome(api, signature), {
    fact: 'bad signature',
    fill: { endpoint: link(doc, endpoint) },
    resource: endpoint,
  })
