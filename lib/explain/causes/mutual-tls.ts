import { getDomain } from '../commands/aws'
import { isOwnName } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const mutualTls = defineCause('mutual-tls', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html',
  says: {
    asked:
      '{host} asks the caller for a certificate, and the call presents none, or one that its truststore does not know.',
    shown:
      '{host} has mutual TLS, as get-domain-name says, and the call presents no certificate that its truststore knows.',
    maybe: 'If {host} has mutual TLS: the call presents no certificate.',
  },
  checks: [],
  fits(seen, verdict) {
    const fill = { host: seen.to?.host ?? 'The domain' }
    if (is(seen, 'tls-client-certificate')) return verdict.likely(95, 'asked', fill)
    if (!is(seen, 'forbidden', 'refused-somehow') || seen.inner || (seen.to && !isOwnName(seen.to))) return undefined
    if (!seen.to) return verdict.possible(15, 'maybe', { host: 'the name' })
    if (seen.aws.mutualTls) return verdict.certain(95, 'shown', fill)
    if (seen.certificate?.asksForClient) return verdict.likely(95, 'asked', fill)
    return /mutual|mtls|client cert/i.test(seen.told)
      ? verdict.likely(90, 'maybe', fill)
      : verdict.possible(55, 'maybe', fill)
  },
  tellApart: (seen) => ({
    command: getDomain(seen),
    ifSo: '"mutualTlsAuthentication" names a truststore.',
    ifNot: 'There is no "mutualTlsAuthentication".',
  }),
})
