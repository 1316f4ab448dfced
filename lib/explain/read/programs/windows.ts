import { host, type Phrase, readerOf } from './phrase'

/** PowerShell and .NET. */
const phrases: Phrase[] = [
  {
    sort: 'dns',
    says: new RegExp(
      `The remote name could not be resolved: '${host}'|No such host is known\\. \\(${host.replace('<host>', '<_host>')}`,
    ),
  },
  { sort: 'dns', says: /The remote name could not be resolved|No such host is known/ },
  { sort: 'tls-name', says: /RemoteCertificateNameMismatch/ },
  { sort: 'tls-expired', says: /NotTimeValid/ },
  { sort: 'tls-untrusted', says: /Could not establish trust relationship|RemoteCertificateChainErrors|UntrustedRoot/ },
  {
    sort: 'tls-plain',
    says: /Cannot determine the frame size or a corrupted frame was received|The handshake failed due to an unexpected packet format/,
  },
  { sort: 'tls-version', says: /Could not create SSL\/TLS secure channel/ },
  { sort: 'refused', says: /actively refused it/ },
  {
    sort: 'timeout',
    says: /did not properly respond after a period of time|Unable to connect to the remote server|TcpTestSucceeded\s*:\s*False/,
  },
  {
    sort: 'no-answer',
    says: /The operation has timed out|The request was canceled due to the configured HttpClient\.Timeout/,
  },
  {
    sort: 'reset',
    says: /The underlying connection was closed|forcibly closed by the remote host|The response ended prematurely/,
  },
]

export const readWindows = readerOf(phrases)
