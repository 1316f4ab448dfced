import { host, type Phrase, readerOf } from './phrase'

/** Java: java.net, Apache HttpClient, the AWS SDK for Java. */
const phrases: Phrase[] = [
  {
    sort: 'tls-name',
    says: new RegExp(
      `SSLPeerUnverifiedException: Certificate for <${host}>|No subject alternative DNS name matching ${host.replace('<host>', '<_host>')} found|SSLPeerUnverifiedException|CertificateException: No (?:subject alternative|name matching)`,
    ),
  },
  { sort: 'tls-expired', says: /CertificateExpiredException|NotAfter:|CertificateNotYetValidException/ },
  { sort: 'tls-untrusted', says: /PKIX path building failed|unable to find valid certification path/ },
  { sort: 'tls-plain', says: /Unrecognized SSL message, plaintext connection|Unsupported or unrecognized SSL message/ },
  { sort: 'tls-version', says: /Received fatal alert: protocol_version/ },
  { sort: 'tls-client-certificate', says: /Received fatal alert: (?:certificate_required|bad_certificate)/ },
  { sort: 'dns', says: new RegExp(`UnknownHostException: ${host}`) },
  { sort: 'dns', says: /UnknownHostException|UnresolvedAddressException/ },
  { sort: 'refused', says: /ConnectException: Connection refused/ },
  { sort: 'unreachable', says: /NoRouteToHostException|Network is unreachable/ },
  { sort: 'timeout', says: /HttpConnectTimeoutException|ConnectTimeoutException|[Cc]onnect(?:ion)? timed out/ },
  { sort: 'no-answer', says: /SocketTimeoutException|HttpTimeoutException|Read timed out/ },
  {
    sort: 'reset',
    says: /SocketException: (?:Connection reset|Broken pipe)|Remote host (?:terminated|closed)|NoHttpResponseException/,
  },
]

export const readJava = readerOf(phrases)
