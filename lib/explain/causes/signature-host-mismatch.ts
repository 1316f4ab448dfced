import { again } from '../commands/again'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const signatureHostMismatch = defineCause('signature-host-mismatch', {
  docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html',
  says: {
    override:
      'API Gateway counted with host {canonical}, and the call goes to {called}: the tool signed the host of the URL, not the Host that it sends.',
    canonical:
      'API Gateway counted with host {canonical}, which is not the host that the call names, {called}: something on the way changed Host after signing.',
    maybe: 'The signature may cover another host than the one that arrives.',
  },
  checks: [{ check: 'authorization.signed', reasons: ['host'], side: 'front' }],
  fits(seen, verdict) {
    if (!is(seen, 'signature')) return undefined
    const canonical = canonicalHost(seen)
    const called = seen.to?.host
    if (canonical !== undefined && called !== undefined && canonical !== called)
      return verdict.likely(95, seen.request.hostHeader === undefined ? 'canonical' : 'override', { canonical, called })
    if (seen.request.hostHeader !== undefined && called !== undefined)
      return verdict.likely(90, 'override', { canonical: seen.request.hostHeader, called })
    if (seen.proxy.length > 0) return verdict.likely(85, 'maybe')
    return canonical !== undefined && canonical === called ? undefined : verdict.possible(50, 'maybe')
  },
  tellApart(seen) {
    const api = /^(\w+)\.execute-api/.exec(canonicalHost(seen) ?? seen.request.hostHeader ?? '')?.[1] ?? 'API_ID'
    return {
      command: again(seen, { host: null, header: { name: 'x-apigw-api-id', value: api } }).replace(
        /^curl -sv/,
        'awscurl -v --service execute-api',
      ),
      ifSo: 'Named by x-apigw-api-id, with no Host of its own, the signed call is let in.',
      ifNot: 'The signature does not match either: look at the keys.',
    }
  },
})

/** The host of the canonical request that the answer prints. */
const canonicalHost = (seen: Seen): string | undefined =>
  /(?:\\n|\n)host:([^\\\n]{1,300})/.exec(seen.answer?.body ?? '')?.[1]?.trim()
