import type { Missing } from '@/lib/known/known'
import { type TlsVersion, versionsOf } from '@/lib/network/tls'
import type { Api, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { handshakeFails } from '../outcome'

export const version = defineCheck(
  'tls.version',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html',
  {
    shared: '{api} accepts TLS {accepts}; the caller offers {offers}.',
    'too-old': '{api} accepts TLS {accepts}, and the caller offers {offers} at most. Let the caller use TLS {wanted}.',
    'gateway-1.2':
      '{api} accepts TLS {accepts} only, and API Gateway calls backends with TLS 1.2. Give {api} a policy that accepts 1.2.',
    'other-name':
      'The handshake names another server than {api}, which accepts TLS {accepts}: which policy negotiates then is not documented.',
    'forced-1.3': 'Whether a private API accepts a call that insists on TLS 1.3 is not documented.',
    'not-documented': 'Which TLS versions {policy} accepts on a private API is not documented.',
    'not-visible': 'Which TLS versions {api} accepts is not known.',
    updating: '{api} is being updated to {policy}; for about fifteen minutes either policy may count.',
  },
)

export interface Offer {
  /** The server name is the API's own, so its policy is known to negotiate. */
  named: boolean
  min: TlsVersion
  max: TlsVersion
  gateway: boolean
  forced: boolean
}

/** The security policy of the API decides, also behind a custom domain of another policy. */
export function versionCheck(
  doc: TopologyDocument,
  id: string,
  api: Api,
  offer: Offer,
  status: string | undefined,
  gaps: Missing[],
): Finding {
  const { type } = api.endpointConfiguration
  const accepted = versionsOf(api.securityPolicy, type)
  const fill = {
    api: link(doc, id, '/securityPolicy'),
    policy: api.securityPolicy ?? 'the default policy',
    offers: offer.min === offer.max ? text(offer.max) : `${text(offer.min)} to ${text(offer.max)}`,
    accepts: accepted ? words(accepted) : '',
    wanted: accepted ? words(accepted) : '',
  }
  const parts = {
    fact: 'TLS',
    fill,
    resource: id,
    evidence: [{ resource: id, path: '/securityPolicy', value: api.securityPolicy }],
  }
  const open = (ask: string) => [{ resource: id, path: '/securityPolicy', why: 'notModelled' as const, ask }]
  if (gaps.length > 0) return version.unknown('not-visible', gaps, [handshakeFails], parts)
  if (status === 'UPDATING')
    return version.unknown('updating', open(`Has ${id} finished its update?`), [handshakeFails], parts)
  if (!accepted)
    return version.unknown(
      'not-documented',
      open(`Which TLS versions does ${fill.policy} accept?`),
      [handshakeFails],
      parts,
    )
  const [low] = accepted
  const standard = versionsOf(undefined, type) ?? accepted
  // Under another server name the policy of the API may not be the one that negotiates.
  const doubtful = !offer.named && offer.max < low && offer.max >= standard[0]
  if (doubtful)
    return version.unknown(
      'other-name',
      open(`Does the policy of ${id} count under another server name?`),
      [handshakeFails],
      parts,
    )
  if (offer.max < low)
    return offer.gateway
      ? version.fail('gateway-1.2', [handshakeFails], parts)
      : version.fail('too-old', [handshakeFails], parts)
  if (offer.forced && low < 1.3 && type === 'PRIVATE')
    return version.unknown('forced-1.3', open('Does a private API accept TLS 1.3?'), [handshakeFails], parts)
  return version.pass('shared', parts)
}

const text = (v: TlsVersion) => v.toFixed(1)
const words = ([low, high]: [TlsVersion, TlsVersion]) => (low === high ? text(low) : `${text(low)} to ${text(high)}`)
