import type { TopologyDocument } from '@/lib/topology/document'
import { readField } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { forbidden, handshakeFails, status, wrongCertificate } from '../outcome'

export const access = defineCheck(
  'api-selection.access',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html',
  {
    associated: '{domain} is associated with {endpoint}.',
    missing: '{domain} has no access association with {endpoint}: the endpoint does not know the domain. Create one.',
    pending: 'The access association of {domain} with {endpoint} is {status}.',
    'not-available': '{domain} is {status}.',
    'not-visible': 'Whether {domain} is associated with {endpoint} is not known.',
  },
)

/** Which refusal a domain without its association gets, no page says: TLS or 403. */
export function accessCheck(doc: TopologyDocument, id: string, endpoint: string): Finding {
  const read = readField(doc, id, 'domainName', 'accessAssociations')
  const state = readField(doc, id, 'domainName', 'domainNameStatus')
  const fill = { domain: link(doc, id, '/accessAssociations'), endpoint: link(doc, endpoint), status: '' }
  const outcomes = [forbidden, status(403), wrongCertificate, handshakeFails]
  if (!read.known)
    return access.unknown('not-visible', read.missing, outcomes, { fact: 'not known', fill, resource: id })
  const found = read.value?.find((a) => a.vpcEndpoint === endpoint)
  const parts = {
    fact: found ? 'associated' : 'no association',
    fill: { ...fill, status: found?.status ?? '' },
    resource: id,
    evidence: read.evidence,
  }
  if (!found) return access.fail('missing', outcomes, parts)
  if (!/^(available|active)$/i.test(found.status)) return access.fail('pending', outcomes, parts)
  if (!state.known) return access.unknown('not-visible', state.missing, outcomes, { ...parts, fact: 'not known' })
  if (state.value !== undefined && !/^(available|updating)$/i.test(state.value))
    return access.fail('not-available', outcomes, { ...parts, fill: { ...fill, status: state.value } })
  return access.pass('associated', parts)
}
