import { address, host, type Phrase, readerOf } from './phrase'

/** Go: net, net/http, crypto/x509. */
const phrases: Phrase[] = [
  { sort: 'proxy', says: /proxyconnect tcp/ },
  {
    sort: 'tls-name',
    says: new RegExp(
      `x509: certificate is (?:valid for|not valid for any names)[^\\n]{0,400}?(?:, not|to match) ${host}`,
    ),
  },
  { sort: 'tls-expired', says: /x509: certificate has expired/ },
  {
    sort: 'tls-untrusted',
    says: /x509: certificate signed by unknown authority|x509: “?[^\n]{0,80}certificate is not trusted/,
  },
  {
    sort: 'tls-plain',
    says: /server gave HTTP response to HTTPS client|first record does not look like a TLS handshake/,
  },
  { sort: 'tls-version', says: /remote error: tls: protocol version not supported/ },
  { sort: 'tls-client-certificate', says: /remote error: tls: (?:certificate required|bad certificate)/ },
  { sort: 'dns', says: new RegExp(`lookup ${host}(?: on [\\d.]+:53)?: no such host`) },
  { sort: 'dns', says: new RegExp(`lookup ${host}[^\\n]{0,80}(?:i/o timeout|server misbehaving)`) },
  { sort: 'refused', says: new RegExp(`dial tcp ${address}:(?<port>\\d+): (?:connect: )?connection refused`) },
  {
    sort: 'timeout',
    says: new RegExp(`dial tcp ${address}:(?<port>\\d+): (?:i/o timeout|connect: connection timed out|connectex)`),
  },
  {
    sort: 'unreachable',
    says: new RegExp(`dial tcp ${address}:(?<port>\\d+): connect: (?:network is unreachable|no route to host)`),
  },
  { sort: 'reset', says: /read tcp [^\n]{0,80}connection reset by peer|": EOF/ },
  {
    sort: 'no-answer',
    says: /Client\.Timeout exceeded while awaiting headers|context deadline exceeded|TLS handshake timeout/,
  },
]

export const readGo = readerOf(phrases)
