import { address, host, type Phrase, readerOf } from './phrase'

/** Node.js: https://nodejs.org/api/errors.html#nodejs-error-codes, undici, axios. */
const phrases: Phrase[] = [
  {
    sort: 'tls-name',
    says: new RegExp(`ERR_TLS_CERT_ALTNAME_INVALID|does not match certificate's altnames: Host: ${host}`),
  },
  { sort: 'tls-expired', says: /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/ },
  {
    sort: 'tls-untrusted',
    says: /UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED_CERT/,
  },
  {
    sort: 'tls-plain',
    says: /EPROTO[^\n]{0,200}wrong version number|ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG/i,
  },
  { sort: 'tls-version', says: /ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION|ERR_SSL_UNSUPPORTED_PROTOCOL/ },
  { sort: 'dns', says: new RegExp(`getaddrinfo (?:ENOTFOUND|EAI_AGAIN) ${host}`) },
  { sort: 'refused', says: new RegExp(`connect ECONNREFUSED ${address}:(?<port>\\d+)`) },
  { sort: 'timeout', says: new RegExp(`connect ETIMEDOUT ${address}:(?<port>\\d+)`) },
  { sort: 'unreachable', says: new RegExp(`connect (?:ENETUNREACH|EHOSTUNREACH) ${address}(?::(?<port>\\d+))?`) },
  { sort: 'timeout', says: /UND_ERR_CONNECT_TIMEOUT|ConnectTimeoutError/ },
  {
    sort: 'no-answer',
    says: /UND_ERR_HEADERS_TIMEOUT|HeadersTimeoutError|ESOCKETTIMEDOUT|ECONNABORTED|timeout of \d+ ?ms exceeded/,
  },
  { sort: 'reset', says: /ECONNRESET|socket hang up|UND_ERR_SOCKET/ },
  { sort: 'dns', says: /\bENOTFOUND\b|\bEAI_AGAIN\b/ },
  { sort: 'refused', says: /\bECONNREFUSED\b/ },
  { sort: 'timeout', says: /\bETIMEDOUT\b/ },
]

export const readNode = readerOf(phrases)
