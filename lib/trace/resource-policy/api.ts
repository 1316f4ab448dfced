import type { Authorization } from '@/lib/policy/decide'
import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import type { Outcome } from '../trace'
import type { ApiCall } from '../walk/next'
import { denial, deniedBy } from './denial'
import { arnsOf } from './question'
import { gapsOf, isAny, statementOf } from './word'

export const api = defineCheck(
  'resource-policy.api',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html',
  {
    allows: 'The resource policy of {api} allows the call: {statement} matches.',
    'lets-pass': 'The resource policy of {api} does not deny the call.',
    none: '{api} has no resource policy, so it is open.',
    'explicit-deny': 'The resource policy of {api} denies the call: {statement} is a Deny that matches. {seen}',
    'implicit-deny': 'The resource policy of {api} has no Allow that matches the call, so it is denied. {seen}',
    'no-policy': '{api} is private and has no resource policy, so every call is denied. Add one and deploy.',
    invalid: 'The resource policy of {api} is not one that AWS accepts: {problem}',
    'not-visible': 'Whether the resource policy of {api} lets the call pass is not known.',
  },
)

/** The words of the resource policy, deployed. `who` is the caller as a denial prints it. */
export function apiPolicyCheck(doc: TopologyDocument, call: ApiCall, word: Authorization, who: string): Finding {
  const path = `${call.snapshot}/policy/text`
  const [first] = word.decidedBy
  const fill = {
    api: link(doc, call.id, path),
    statement: statementOf(word, 'resource', call.api.policy?.text),
    seen: seenAs(doc, call),
    problem: word.invalid[0]?.reason ?? '',
  }
  const parts = {
    fill,
    evidence: call.api.policy
      ? [{ resource: call.id, path, value: first ? { statement: first.statement } : null }]
      : [],
  }
  const open = call.api.policy === undefined
  switch (word.decision) {
    case 'allow':
      if (open) return api.pass('none', { ...parts, fact: 'policy: none' })
      return first?.policy === 'resource'
        ? api.pass('allows', {
            ...parts,
            fact: isAny('resource', call.api.policy?.text, word) ? 'policy: any' : 'policy allows',
          })
        : api.pass('lets-pass', { ...parts, fact: 'policy: no deny' })
    case 'explicitDeny':
      return api.fail('explicit-deny', denialOf(doc, call, who, true), { ...parts, fact: 'explicit deny' })
    case 'implicitDeny':
      return api.fail(open ? 'no-policy' : 'implicit-deny', denialOf(doc, call, who, false), {
        ...parts,
        fact: 'no allow',
      })
    case 'invalid':
      return api.unknown(
        'invalid',
        [{ resource: call.id, path, why: 'failed', ask: 'What policy does AWS hold? It refuses this text.' }],
        denialOf(doc, call, who, false),
        { ...parts, fact: 'policy broken' },
      )
    case 'unknown':
      return api.unknown(
        'not-visible',
        gapsOf(word, call.id, path),
        possibleOf(word, (explicit) => denialOf(doc, call, who, explicit)),
        { ...parts, fact: 'policy not known' },
      )
  }
}

export const possibleOf = (word: Authorization, denials: (explicit: boolean) => Outcome[]): Outcome[] =>
  word.possible.flatMap((p) => (p === 'allow' ? [] : denials(p === 'explicitDeny')))

export function denialOf(doc: TopologyDocument, call: ApiCall, who: string, explicit: boolean): Outcome[] {
  const region = doc.resources[call.id]?.region ?? call.entrance.region
  return deniedBy(call.api, denial(who, arnsOf(doc, call).masked, region, 'resource', explicit))
}

/** What a policy sees of the call, for the sentence of a denial. */
function seenAs(doc: TopologyDocument, call: ApiCall): string {
  const { endpoint, sources } = call.entrance
  if (endpoint === undefined) return `The call comes from ${sources[0]?.range.text ?? 'an address that is not known'}.`
  const id = doc.resources[endpoint]?.physicalId ?? endpoint
  const vpc = doc.resources[endpoint]
  const vpcId = vpc?.kind === 'vpcEndpoint' ? (doc.resources[vpc.vpc]?.physicalId ?? vpc.vpc) : ''
  return `The call arrives through ${id} in ${vpcId}, whoever made it.`
}
