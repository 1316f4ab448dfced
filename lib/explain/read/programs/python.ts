import { address, host, type Phrase, readerOf } from './phrase'

const re = (text: string) => new RegExp(text, 'i')

/** Python: ssl, urllib3, requests, botocore, aiohttp, httpx. */
const phrases: Phrase[] = [
  { sort: 'proxy', says: /ProxyError\(|Tunnel connection failed: \d{3}|ProxyConnectionError/ },
  {
    sort: 'tls-name',
    says: re(
      `CERTIFICATE_VERIFY_FAILED\\][^\\n]{0,80}(?:Hostname mismatch|IP address mismatch)(?:[^'\\n]{0,80}'${host}')?`,
    ),
  },
  { sort: 'tls-name', says: re(`hostname '${host}' doesn't match`) },
  { sort: 'tls-expired', says: /CERTIFICATE_VERIFY_FAILED\][^\n]{0,80}certificate has expired/i },
  { sort: 'tls-untrusted', says: /CERTIFICATE_VERIFY_FAILED/ },
  { sort: 'tls-plain', says: /WRONG_VERSION_NUMBER|UNKNOWN_PROTOCOL|\[SSL: HTTP_REQUEST\]|RECORD_LAYER_FAILURE/ },
  { sort: 'tls-version', says: /TLSV1_ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE/ },
  { sort: 'tls-client-certificate', says: /CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE/ },
  { sort: 'dns', says: re(`(?:Failed to resolve|getaddrinfo failed for)\\s+'?${host}'?`) },
  {
    sort: 'dns',
    says: /Name or service not known|nodename nor servname provided|Temporary failure in name resolution|No address associated with hostname|getaddrinfo failed|gaierror/i,
  },
  { sort: 'refused', says: /\[Errno (?:111|61|10061)\]|ConnectionRefusedError|actively refused/i },
  { sort: 'unreachable', says: /\[Errno (?:101|113|10051|10065)\]|Network is unreachable|No route to host/ },
  {
    sort: 'timeout',
    says: re(`Connection to ${host} timed out|ConnectTimeout(?:Error)?|Connect timeout on endpoint URL`),
  },
  { sort: 'timeout', says: /\[Errno (?:110|60|10060)\]|\[WinError 10060\]/ },
  {
    sort: 'no-answer',
    says: /Read timed out|ReadTimeout(?:Error)?|Read timeout on endpoint URL|The read operation timed out/,
  },
  {
    sort: 'reset',
    says: /Connection aborted|ConnectionResetError|RemoteDisconnected|\[Errno 104\]|UNEXPECTED_EOF_WHILE_READING|EOF occurred in violation of protocol|Connection was closed before we received a valid response/,
  },
  { sort: 'timeout', says: re(`Could not connect to the endpoint URL: "https?://${host}`) },
  { sort: 'timeout', says: re(`TimeoutError|timed out[^\\n]{0,60}${address}`) },
]

export const readPython = readerOf(phrases)
