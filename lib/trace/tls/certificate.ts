import type { Missing } from '@/lib/known/known'
import { namesHost } from '@/lib/network/tls'
import { defineCheck, type Fill, type Finding } from '../check'
import { handshakeFails, wrongCertificate } from '../outcome'

export const certificate = defineCheck(
  'tls.certificate',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html',
  {
    covers: 'The certificate names {names}, which covers {host}.',
    'not-checked': 'The certificate names {names}; with -k the caller checks no name.',
    mismatch:
      'The certificate names {names}, not {host}. Connect with --connect-to or --resolve under the name of the API; -k would skip the check.',
    'no-name':
      'The certificate names {names} and no address, so {host} does not match. Call by name, or with --resolve.',
    untrusted: 'The certificate is signed by an authority that the caller does not trust.',
    'not-visible': 'Which certificate {server} presents is not known.',
  },
)

export interface Presented {
  names: string[]
  trusted?: boolean
}

/** The caller's check of the server's certificate. `host` undefined: it does not check. */
export function certificateCheck(presented: Presented, host: string | undefined, isAddress: boolean): Finding {
  const fill: Record<string, Fill> = { names: presented.names.join(' and ') || 'nothing', host: host ?? '' }
  const [first = 'no name'] = presented.names
  if (host === undefined) return certificate.pass('not-checked', { fact: '-k', fill })
  if (!presented.names.some((name) => namesHost(name, host))) {
    if (isAddress)
      return certificate.fail('no-name', [wrongCertificate, handshakeFails], { fact: 'name differs', fill })
    return certificate.fail('mismatch', [wrongCertificate], { fact: 'name differs', fill })
  }
  if (presented.trusted === false)
    return certificate.fail('untrusted', [wrongCertificate], { fact: 'not trusted', fill })
  return certificate.pass('covers', { fact: first.replace(/^(\*\.execute-api)\..*$/, '$1'), fill })
}

export const certificateHidden = (server: Fill, missing: Missing[]): Finding =>
  certificate.unknown('not-visible', missing, [wrongCertificate], { fact: 'not known', fill: { server } })
