import { getIntegration, testInvoke } from '../commands/aws'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const integrationTlsName = defineCause('integration-tls-name', {
  docs: 'https://repost.aws/knowledge-center/api-gateway-500-error-vpc',
  says: {
    log: 'The uri of the integration says {host}, and the backend presents a certificate for {subject}: API Gateway compares the two and gives up. The uri has to name what the certificate names, and its path the stage of the inner API.',
    untrusted:
      'API Gateway does not trust the certificate of the backend: the log says that no path to a known authority was found.',
    maybe: 'The host of the integration uri may not stand on the certificate of the backend.',
    balancer:
      'The uri of the integration says https and names a load balancer, {host}: a certificate of what stands behind it does not cover that name.',
  },
  checks: [{ check: 'integration.certificate' }],
  fits(seen, verdict) {
    const uri = seen.request.integrationUri ?? seen.aws.integrationUri ?? ''
    const host = /^https:\/\/([^/:]+)/.exec(uri)?.[1]
    const mismatch =
      /Host name '([^']{1,253})' does not match the certificate subject provided by the peer \(([^)]{1,253})\)/.exec(
        seen.words,
      )
    if (mismatch) return verdict.certain(96, 'log', { host: mismatch[1] ?? '', subject: mismatch[2] ?? '' })
    if (/PKIX path building failed/i.test(seen.words)) return verdict.likely(90, 'untrusted')
    if (!is(seen, 'server-error') || saysOther(seen)) return undefined
    if (host !== undefined && /\.elb\./.test(host)) return verdict.likely(90, 'balancer', { host })
    return verdict.possible(55, 'maybe')
  },
  tellApart(seen) {
    return {
      command: `${getIntegration(seen)}\n${testInvoke(seen)}`,
      ifSo: 'The log ends with "Host name … does not match the certificate subject", and "uri" names another host than the certificate.',
      ifNot: 'The log ends with another line.',
    }
  },
})

/** A log that names another reason. */
const saysOther = (seen: Seen): boolean => /Execution failed due to|internal error while executing/i.test(seen.words)
