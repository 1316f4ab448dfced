import type { Authorization } from '@/lib/policy/decide'
import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { status } from '../outcome'
import { gapsOf, statementOf } from './word'

export const domain = defineCheck(
  'resource-policy.domain',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html',
  {
    allows: 'The policy of {domain} allows the call: {statement} matches.',
    denies:
      'The policy of {domain} does not let the call pass ({statement}). The console makes it deny everyone; allow the endpoint.',
    invalid: 'The policy of {domain} is not one that AWS accepts: {problem}',
    'not-visible': 'Whether the policy of {domain} lets the call pass is not known.',
  },
)

/** The policy of a private custom domain; AWS gives the status of its refusal, not the text. */
export function domainPolicyCheck(doc: TopologyDocument, id: string, word: Authorization): Finding {
  const path = '/policy/text'
  const [first] = word.decidedBy
  const fill = { domain: link(doc, id, path), statement: statementOf(word), problem: word.invalid[0]?.reason ?? '' }
  const parts = {
    fill,
    resource: id,
    evidence: [{ resource: id, path, value: first ? { statement: first.statement } : null }],
  }
  const refusal = [status(403)]
  if (word.decision === 'allow') return domain.pass('allows', { ...parts, fact: 'policy allows' })
  if (word.decision === 'unknown')
    return domain.unknown('not-visible', gapsOf(word, id, path), refusal, { ...parts, fact: 'policy not known' })
  if (word.decision === 'invalid')
    return domain.unknown(
      'invalid',
      [{ resource: id, path, why: 'failed', ask: 'What policy does AWS hold? It refuses this text.' }],
      refusal,
      { ...parts, fact: 'policy broken' },
    )
  return domain.fail('denies', refusal, {
    ...parts,
    fact: word.decision === 'explicitDeny' ? 'explicit deny' : 'no allow',
  })
}
