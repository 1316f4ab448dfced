import { quotePosix } from '../commands/quote'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const tlsCertificateExpired = defineCause('tls-certificate-expired', {
  docs: 'https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html',
  says: {
    caller: 'The certificate of {host} is out of date: the caller says so itself.',
    backend: 'The certificate of the backend is out of date: the log says so.',
  },
  checks: [],
  fits(seen, verdict) {
    if (is(seen, 'tls-expired')) return verdict.certain(95, 'caller', { host: seen.to?.host ?? 'the server' })
    return inLog(seen) ? verdict.certain(95, 'backend') : undefined
  },
  tellApart(seen) {
    const uri = /^https?:\/\/([^/:]+)/.exec(seen.request.integrationUri ?? '')?.[1]
    const host = (inLog(seen) ? uri : undefined) ?? seen.to?.host ?? 'NAME'
    return {
      command: `openssl s_client -connect ${quotePosix(`${host}:443`)} -servername ${quotePosix(host)} </dev/null 2>/dev/null | openssl x509 -noout -dates`,
      ifSo: 'notAfter lies in the past.',
      ifNot: 'notAfter lies in the future: look at the clock of the caller.',
    }
  },
})

const inLog = (seen: Seen): boolean =>
  /CertificateExpired|NotAfter:|certificate (?:has )?expired|validity check failed/i.test(seen.words)
