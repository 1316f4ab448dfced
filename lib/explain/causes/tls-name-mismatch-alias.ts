import { again, atHost } from '../commands/again'
import { hostWord } from '../commands/words'
import { isBalancer, isExtended } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const tlsNameMismatchAlias = defineCause('tls-name-mismatch-alias', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html',
  says: {
    own: '{host} is a name of your own that leads to API Gateway, whose certificate covers only names under execute-api.',
    address: 'The URL names the address {host}, and the certificate of API Gateway covers names only.',
    service:
      '{host} is the name of the service, without an API before it: the certificate of API Gateway covers only names below it.',
    extended:
      '{host} is a name of AWS with a suffix of your own behind it, and the certificate of API Gateway does not cover that.',
  },
  checks: [{ check: 'tls.certificate', reasons: ['mismatch', 'no-name'] }],
  fits(seen, verdict) {
    const { to, certificate } = seen
    if (!is(seen, 'tls-name') || !to || isBalancer(to)) return undefined
    if (to.name.of === 'execute-api')
      return to.name.form === 'service' ? verdict.likely(90, 'service', { host: to.host }) : undefined
    if (isExtended(to.host)) return verdict.likely(90, 'extended', { host: to.host })
    if (to.name.of === 'address') return verdict.likely(80, 'address', { host: to.host })
    return /execute-api/.test(certificate?.subject ?? 'execute-api')
      ? verdict.likely(90, 'own', { host: to.host })
      : verdict.possible(50, 'own', { host: to.host })
  },
  tellApart(seen) {
    const name = /^(.*?\.amazonaws\.com(?:\.cn)?)\./.exec(seen.to?.host ?? '')?.[1]
    if (name !== undefined)
      return {
        command: again(seen, { url: atHost(seen, name) }),
        ifSo: `The call by ${name} itself passes TLS.`,
        ifNot: 'That name is refused as well.',
      }
    return {
      command: `nslookup ${hostWord(seen)}`,
      ifSo: 'The name is a CNAME of a name under execute-api or vpce, or it has the addresses of an endpoint.',
      ifNot: 'It leads to another server.',
    }
  },
})
