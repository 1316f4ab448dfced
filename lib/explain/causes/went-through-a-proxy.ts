import { again } from '../commands/again'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const wentThroughAProxy = defineCause('went-through-a-proxy', {
  docs: 'https://curl.se/docs/manpage.html#--noproxy',
  says: {
    refused: 'A proxy on the way did not let the call through: {mark}.',
    answered: 'The answer has none of the headers of API Gateway and the mark of a proxy: {mark}.',
    issuer:
      'The certificate of {host} was issued by {issuer}, not by Amazon: a proxy on the way opens TLS and presents its own.',
    untrusted:
      'Nobody whom the caller trusts has issued the certificate of {host}: a proxy on the way may open TLS and present its own.',
    changed: 'The call went through a proxy ({mark}), which changes names, addresses and headers on the way.',
    maybe: 'A proxy or a firewall on the way may have ended the connection.',
  },
  checks: [],
  fits(seen, verdict) {
    const mark = seen.proxy[0]?.slice(0, 120)
    const host = seen.to?.host ?? 'the server'
    if (is(seen, 'proxy')) return verdict.certain(96, 'refused', { mark: mark ?? 'it answered CONNECT with a refusal' })
    if (is(seen, 'proxy-answer')) return verdict.certain(96, 'answered', { mark: mark ?? 'it says so' })
    const issuer = foreignIssuer(seen)
    if (issuer !== undefined && is(seen, 'tls-untrusted', 'tls-name', 'tls'))
      return verdict.likely(95, 'issuer', { host, issuer })
    if (is(seen, 'tls-untrusted')) return verdict.likely(85, 'untrusted', { host })
    const failed = seen.sort !== 'answered' && seen.sort !== 'none'
    if (mark !== undefined && failed && strangeAnswer(seen)) return verdict.likely(90, 'answered', { mark })
    if (mark !== undefined && failed) return verdict.possible(58, 'changed', { mark })
    if (is(seen, 'tls-name') && seen.to?.name.of === 'execute-api' && seen.to.name.form !== 'service')
      return verdict.likely(80, 'untrusted', { host })
    if (strangeAnswer(seen)) return verdict.likely(75, 'answered', { mark: 'x-amzn-RequestId is missing' })
    return is(seen, 'reset', 'tls-plain', 'tls', 'no-answer')
      ? verdict.possible(is(seen, 'reset') ? 50 : 20, 'maybe')
      : undefined
  },
  tellApart: (seen) => ({
    command: `env | grep -i _proxy\n${again(seen, { options: ['--noproxy', '*'] })}`,
    ifSo: 'HTTPS_PROXY is set, and without it the call ends otherwise.',
    ifNot: 'No proxy is set, and the call ends as before.',
  }),
})

/** Certificates of execute-api are issued by Amazon. */
function foreignIssuer(seen: Seen): string | undefined {
  const issuer = seen.certificate?.issuer
  if (issuer === undefined || /O\s?=\s?(?:Amazon|Starfield|DigiCert)/i.test(issuer)) return undefined
  return seen.to?.name.of === 'execute-api' ? issuer : undefined
}

/** A refusal at a name of API Gateway, shown with its headers, that has none of AWS's among them. */
function strangeAnswer(seen: Seen): boolean {
  const { answer } = seen
  if (!answer?.headed || answer.headers.length < 2 || (answer.status ?? 0) < 400 || seen.sort !== 'answered')
    return false
  const gateway = seen.to?.name.of === 'execute-api'
  return gateway && !answer.headers.some((h) => /^(?:x-amzn-|x-amz-|apigw-)/i.test(h.name))
}
