import { quotePosix } from '../commands/quote'
import { isBehind } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const httpsToPlainHttpPort = defineCause('https-to-plain-http-port', {
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
  says: {
    plain: 'The call speaks https to port {port} of {host}, and what answers there speaks plain HTTP.',
    backend: 'The uri of the integration says https, and the backend answers in plain HTTP: the log says so.',
    maybe: 'The integration may speak https to a port that speaks plain HTTP, or the other way round.',
  },
  checks: [{ check: 'tls.speaks', reasons: ['tls-to-plain', 'plain-to-tls', 'plain'] }],
  fits(seen, verdict) {
    if (is(seen, 'tls-plain'))
      return verdict.likely(95, 'plain', { port: String(seen.to?.port ?? 443), host: seen.to?.host ?? 'the server' })
    if (/Unrecognized SSL message|plaintext connection|Unsupported or unrecognized SSL/i.test(seen.words))
      return verdict.certain(95, 'backend')
    return is(seen, 'network-error') ? verdict.possible(30, 'maybe') : undefined
  },
  tellApart(seen) {
    const uri = isBehind(seen) ? /^https?:\/\/([^/:]+)(?::(\d+))?/.exec(seen.request.integrationUri ?? '') : undefined
    const host = isBehind(seen) ? (uri?.[1] ?? 'BACKEND') : (seen.to?.host ?? 'NAME')
    const port = isBehind(seen) ? (uri?.[2] ?? '443') : String(seen.to?.port ?? 443)
    return {
      command: `curl -sv --connect-timeout 5 ${quotePosix(`http://${host}:${port}/`)}`,
      ifSo: 'An answer in plain HTTP comes.',
      ifNot: 'No answer, or 400 from a server that wants TLS.',
    }
  },
})
