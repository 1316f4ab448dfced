import type { Certificate, Failure, Reader } from './facts'

const ip = String.raw`(?:\d{1,3}(?:\.\d{1,3}){3}|\[?[0-9a-f]{0,4}:[0-9a-f:]{2,40}\]?)`
const trying = new RegExp(`^\\*\\s+Trying (${ip})(?::(\\d+))?\\s?\\.\\.\\.`)
const connected = new RegExp(`^\\* (?:Connected to|Established connection to) (\\S+) \\((${ip})(?: port (\\d+))?\\)`)
const failed = new RegExp(`^\\* connect to (${ip}) port (\\d+)(?: from (${ip}) port \\d+)? failed: (.+)$`)
const local = new RegExp(`(?:from|using) (${ip}) (?:port|:)\\s?\\d+`)
const resolved = /^\* (?:IPv4|IPv6): (.+)$/

/** The lines that `curl -v` begins with `*`: https://curl.se/docs/manpage.html#-v */
export const readCurlLines: Reader = (_, lines) => {
  const tried: string[] = []
  const joined: string[] = []
  const callers: string[] = []
  const failures: Failure[] = []
  const proxy: string[] = []
  const certificate: Certificate = {}
  const answers: { name?: string; addresses: string[] } = { addresses: [] }
  for (const line of lines) {
    if (!line.startsWith('*')) continue
    const [, toTry] = trying.exec(line) ?? []
    if (toTry !== undefined) tried.push(bare(toTry))
    const [, , to] = connected.exec(line) ?? []
    if (to !== undefined) joined.push(bare(to))
    const [, address, port, from, why = ''] = failed.exec(line) ?? []
    if (address !== undefined) {
      failures.push({ sort: sortOf(why), address: bare(address), port: Number(port) })
      if (from !== undefined) callers.push(from)
    }
    const own = /Local (?:IP|port|Interface)|Connected to|Established/.test(line) ? local.exec(line)?.[1] : undefined
    if (own !== undefined) callers.push(own)
    const name = /^\* Host (\S+?):\d+ was resolved/.exec(line)?.[1]
    if (name !== undefined) answers.name = name
    const list = resolved.exec(line)?.[1]
    if (list !== undefined && list !== '(none)') answers.addresses.push(...list.split(/,\s*/))
    readCertificate(line, certificate)
    if (proxied.test(line)) proxy.push(line.slice(1).trim())
  }
  const { name, addresses } = answers
  return {
    tried,
    connected: joined,
    callers,
    failures,
    proxy,
    ...(Object.keys(certificate).length > 0 ? { certificate } : {}),
    ...(name === undefined
      ? {}
      : { lookups: [{ name, addresses, result: addresses.length > 0 ? 'answer' : 'empty' }] }),
  }
}

const proxied =
  /Uses proxy env variable https?_proxy|Establish HTTP proxy tunnel|CONNECT tunnel|Proxy replied|\(proxy|HTTP code \d+ from proxy/i

function sortOf(why: string): Failure['sort'] {
  if (/timed? ?out/i.test(why)) return 'timeout'
  return /refused/i.test(why) ? 'refused' : 'unreachable'
}

function readCertificate(line: string, into: Certificate): void {
  const subject = /^\*\s+subject: (.+)$/.exec(line)?.[1]
  if (subject !== undefined) into.subject = subject
  const issuer = /^\*\s+issuer: (.+)$/.exec(line)?.[1]
  if (issuer !== undefined) into.issuer = issuer
  // The server's request for the client's certificate (RFC 8446, section 4.3.2).
  if (/\(IN\), TLS handshake, Request CERT \(13\)/i.test(line)) into.asksForClient = true
}

const bare = (address: string) => address.replace(/^\[|\]$/g, '')
