import { hostParts, nameOf } from '@/lib/naming/host'
import { base64 } from '../base64'
import { headerValue, sameName } from '../headers'
import type { Header, Signing } from '../invocation'
import { about, type Draft, remark } from './draft'

const securityToken = 'x-amz-security-token'
const has = (headers: Header[], name: string) => headers.some((h) => sameName(h.name, name))
const hostOfUrl = (url: string) => /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? ''

/** Host sent by `-H` or the URL's own: curl signs what it sends. */
const signedHost = (headers: Header[]): Signing['signedHost'] => (has(headers, 'Host') ? 'header' : 'url')

/** What signs the call, taken out of the headers: keys, tokens and signatures are never kept. */
export function signingOf(
  draft: Draft,
  url: string,
  signsHostOf: Signing['signedHost'] | undefined,
): { headers: Header[]; signing?: Signing } {
  const { headers } = draft
  const signing =
    literal(headers, url) ?? (draft.tool === 'awscurl' ? awscurl(draft, url, signsHostOf) : aws(draft, url))
  if (!signing) return { headers }
  const secret = signing.tool === 'header' ? ['authorization', securityToken] : [securityToken]
  return { headers: headers.filter((h) => !secret.includes(h.name.toLowerCase())), signing }
}

/**
 * An `Authorization` header that already holds a signature
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html). One that is not 64
 * hexadecimal digits long cannot be right.
 */
function literal(headers: Header[], url: string): Signing | undefined {
  const value = headerValue(headers, 'Authorization') ?? ''
  const scope =
    /^AWS4-[A-Z0-9-]+\s+(?:.*[\s,])?Credential=[^/,\s]*\/([^,\s]*)/.exec(value)?.[1] ?? query(url, 'X-Amz-Credential')
  const [, region, service] = /(?:^|\/)\d{8}\/([^/]+)\/([^/]+)\/aws4_request$/.exec(scope ?? '') ?? []
  if (region === undefined || service === undefined) return undefined
  const signature = /Signature=([^,\s]*)/.exec(value)?.[1] ?? query(url, 'X-Amz-Signature') ?? ''
  const wrong = !/^[0-9a-f]{64}$/.test(signature)
  return { tool: 'header', region, service, signedHost: signedHost(headers), ...(wrong ? { wrong } : {}) }
}

const query = (url: string, name: string): string | undefined => {
  const value = new RegExp(`[?&]${name}=([^&#]*)`, 'i').exec(url)?.[1]
  return value?.replaceAll(/%2F/gi, '/')
}

/** `--aws-sigv4 aws:amz:REGION:SERVICE`; what is left out, curl takes from the URL's host: `service.region.…`. */
function aws(draft: Draft, url: string): Signing | undefined {
  const given = draft.sigv4
  if (!given) return undefined
  if (has(draft.headers, 'Authorization')) {
    remark(draft, given, about(given, 'curl does not sign where -H already gives an Authorization.'))
    return undefined
  }
  if (!draft.user) remark(draft, given, about(given, 'no --user stands beside it; the call is taken as signed.'))
  const [, , region, service] = (given.value?.text ?? '').split(':')
  const labels = hostParts(hostOfUrl(url)).name.split('.')
  if (!region || !service)
    remark(draft, given, about(given, 'region and service that are not written are taken from the URL, as curl does.'))
  return {
    tool: 'curl',
    region: region || (labels[1] ?? ''),
    service: service || (labels[0] ?? ''),
    signedHost: signedHost(draft.headers),
  }
}

function awscurl(draft: Draft, url: string, signsHostOf: Signing['signedHost'] | undefined): Signing {
  const name = nameOf(hostOfUrl(url))
  return {
    tool: 'awscurl',
    // Without --region awscurl reads AWS_DEFAULT_REGION; whoever calls this region has set it.
    region: draft.region ?? (name.of === 'execute-api' ? name.region : 'us-east-1'),
    service: draft.service ?? 'execute-api',
    signedHost: has(draft.headers, 'Host') ? (signsHostOf ?? 'header') : 'url',
  }
}

/** `-u` without a signature: HTTP's Basic. */
export function basicAuthorization(draft: Draft): Header[] {
  const user = draft.sigv4 ? undefined : draft.user?.value?.text
  return user === undefined
    ? []
    : [{ name: 'Authorization', value: `Basic ${base64(user.includes(':') ? user : `${user}:`)}` }]
}
