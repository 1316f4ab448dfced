import type { Api, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { missingToken } from '../outcome'
import type { Outcome } from '../trace'
import type { Signature } from './signature'

export const signed = defineCheck(
  'authorization.signed',
  'https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden',
  {
    valid: 'The call is signed by {who}; {api} asks for a signature.',
    unsigned: '{api} asks for a signature (AWS_IAM), and the call carries none. Sign it with SigV4 for execute-api.',
    'not-sigv4':
      '{api} asks for a signature (AWS_IAM), and the Authorization header holds something else. Sign the call with SigV4.',
    signature: 'The signature does not hold.',
    host: 'The signed host is the host of the URL, but the call sends Host {host}: the signature does not hold. Sign the Host that is sent.',
    region: 'The call is signed for region {region}, and {api} is in another one. Sign for the region of the API.',
    service: 'The call is signed for the service {service}. Sign it for execute-api.',
  },
)

const refusal = (errorType: string | undefined, body: Partial<Outcome>): Outcome => ({
  kind: 'response',
  status: 403,
  ...(errorType === undefined ? {} : { errorType }),
  ...body,
})

const wrongSignature = refusal('InvalidSignatureException', {
  bodyContains:
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details',
})

const outcomes: Record<NonNullable<Signature['wrong']>, Outcome> = {
  signature: wrongSignature,
  host: wrongSignature,
  region: refusal(undefined, { bodyContains: 'Credential should be scoped to a valid region' }),
  service: refusal(undefined, { bodyContains: "Credential should be scoped to correct service: 'execute-api'." }),
}

/** What the caller sees of a signature that does not hold. */
export const badSignatureOutcome = (api: Api, { wrong }: Signature): Outcome[] =>
  wrong === undefined ? [refusal(undefined, {})] : shaped(api, 'INVALID_SIGNATURE', outcomes[wrong])

/** Authentication comes before any policy of the API: an unsigned call gets no denial text. */
export function signedCheck(
  doc: TopologyDocument,
  id: string,
  api: Api,
  signature: Signature,
  words: { host?: string; region?: string; service?: string },
): Finding {
  const fill = {
    api: link(doc, id),
    who: signature.arn ?? 'an identity that is not known',
    host: words.host ?? '',
    region: words.region ?? '',
    service: words.service ?? '',
  }
  const { kind, wrong } = signature
  if (kind === 'none')
    return signed.fail('unsigned', shaped(api, 'MISSING_AUTHENTICATION_TOKEN', missingToken), {
      fact: 'not signed',
      fill,
    })
  if (kind === 'other')
    return signed.fail(
      'not-sigv4',
      [refusal('IncompleteSignatureException', { bodyContains: 'Authorization header' })],
      { fact: 'not SigV4', fill },
    )
  if (kind === 'invalid' && wrong)
    return signed.fail(wrong, shaped(api, 'INVALID_SIGNATURE', outcomes[wrong]), { fact: 'bad signature', fill })
  return signed.pass('valid', { fact: 'signed', fill })
}
