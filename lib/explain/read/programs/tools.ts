import { address, host, type Phrase, readerOf } from './phrase'

/** wget, openssl, nc, telnet. */
const phrases: Phrase[] = [
  { sort: 'dns', says: new RegExp(`unable to resolve host address ['"‘]?${host}`) },
  { sort: 'dns', says: /bad address '|Unknown host|Temporary failure in name resolution/ },
  {
    sort: 'tls-name',
    says: /no certificate subject alternative name matches|certificate common name .{0,80} doesn't match|hostname mismatch/i,
  },
  { sort: 'tls-expired', says: /Issued certificate has expired|verify error:num=10/ },
  { sort: 'tls-untrusted', says: /cannot verify [^\n]{0,120}certificate|verify error:num=(?:18|19|20|21)/ },
  { sort: 'tls-plain', says: /:wrong version number:|packet length too long/ },
  {
    sort: 'refused',
    says: new RegExp(`(?:${address}|${host})[^\\n]{0,40}(?:failed: |[):] |refused: ?)Connection refused`),
  },
  {
    sort: 'timeout',
    says: new RegExp(
      `(?:${address}|${host})[^\\n]{0,60}(?:failed: |[):] )(?:Connection timed out|Operation timed out)`,
    ),
  },
  { sort: 'refused', says: /\bConnection refused\b/ },
  { sort: 'unreachable', says: /Network is unreachable|No route to host/ },
  { sort: 'timeout', says: /connect:errno=110|Operation timed out|Connection timed out/ },
  { sort: 'reset', says: /Connection reset by peer|write:errno=104/ },
]

export const readTools = readerOf(phrases)
