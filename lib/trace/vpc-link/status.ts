import type { Missing } from '@/lib/known/known'
import type { TopologyDocument } from '@/lib/topology/document'
import { readField } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { status as answered, internalServerError, networkError, timedOut } from '../outcome'
import type { Outcome } from '../trace'

export const status = defineCheck('vpc-link.status', 'https://repost.aws/knowledge-center/api-gateway-500-error-vpc', {
  available: '{link} is available.',
  pending: '{link} is pending: it carries calls only when it is available.',
  unusable: '{link} is {status}: it carries no calls. {why}',
  inactive:
    '{link} is inactive: after sixty days without traffic its interfaces are gone. The first calls wake it, which takes minutes.',
  rejected: 'The connection of {link} to its load balancer is {status}. Accept it, or make the link again.',
  'no-target':
    'The load balancer of {link} does not exist any more. A link whose load balancer is gone must be made again.',
  'not-visible': 'Whether {link} is available is not known.',
})

/** Unusable links of version 1 answer 500; how an inactive link of version 2 answers a REST API no page says. */
export function statusCheck(
  doc: TopologyDocument,
  id: string,
  gaps: Missing[],
  hasTarget: boolean,
  own: (outcome: Outcome) => Outcome[],
): Finding {
  const read = readField(doc, id, 'vpcLink', 'status')
  const link_ = doc.resources[id]
  const fill = { link: link(doc, id, '/status'), status: '', why: '' }
  const open = [internalServerError, networkError, timedOut].flatMap(own)
  if (!read.known || gaps.length > 0)
    return status.unknown('not-visible', read.known ? gaps : read.missing, open, { fact: 'status not known', fill })
  const second = link_?.kind === 'vpcLink' && link_.version === 'V2'
  const refusal = second ? [...open, answered(503)] : own(internalServerError)
  const message = link_?.kind === 'vpcLink' ? (link_.statusMessage ?? '') : ''
  const parts = { fact: read.value, fill: { ...fill, status: read.value, why: message }, evidence: read.evidence }
  const word = read.value.toUpperCase()
  if (word === 'INACTIVE') return status.fail('inactive', refusal, parts)
  if (word === 'PENDING') return status.fail('pending', second ? refusal : open, parts)
  if (word !== 'AVAILABLE') return status.fail('unusable', refusal, parts)
  if (!hasTarget) return status.fail('no-target', refusal, { ...parts, fact: 'no target' })
  const connection = readField(doc, id, 'vpcLink', 'endpointConnection')
  if (!connection.known) return status.unknown('not-visible', connection.missing, refusal, parts)
  const state = connection.value
  if (state !== undefined && !/^(available|accepted)$/i.test(state))
    return status.fail('rejected', refusal, { ...parts, fact: state, fill: { ...fill, status: state } })
  return status.pass('available', parts)
}
