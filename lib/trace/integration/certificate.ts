import { namesHost } from '@/lib/network/tls'
import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { wrongCertificate } from '../outcome'
import type { Presented } from '../tls/certificate'

export const certificate = defineCheck(
  'integration.certificate',
  'https://repost.aws/knowledge-center/api-gateway-500-error-vpc',
  {
    covers: 'The host of the uri, {host}, stands on the certificate of {server}.',
    mismatch:
      'The uri names {host}, but the certificate of {server} is for {names}. API Gateway checks the host of the uri against it; insecureSkipVerification does not change that. Put a name of the certificate into the uri.',
    untrusted:
      'The certificate of {server} is signed by an authority that API Gateway does not know. Use a public one, or set insecureSkipVerification.',
  },
)

/**
 * The `uri` of an integration sets Host, server name and the name checked; `insecureSkipVerification` skips the check of
 * the authority alone (https://docs.aws.amazon.com/apigateway/latest/api/API_TlsConfig.html). What the
 * integration makes of the broken handshake is its own answer.
 */
export function uriCertificateCheck(
  doc: TopologyDocument,
  api: string,
  server: string,
  presented: Presented,
  host: string,
  anyAuthority: boolean,
  at: string,
): Finding {
  const fill = { host, server: link(doc, server), names: presented.names.join(' and ') || 'nothing' }
  const about = { fill, resource: api, evidence: [{ resource: api, path: `${at}/integration/uri`, value: host }] }
  if (!presented.names.some((name) => namesHost(name, host)))
    return certificate.fail('mismatch', [wrongCertificate], { ...about, fact: 'name differs' })
  if (presented.trusted === false && !anyAuthority)
    return certificate.fail('untrusted', [wrongCertificate], { ...about, fact: 'not trusted' })
  return certificate.pass('covers', { ...about, fact: 'name fits' })
}
