import type { Failure, FailureSort, Reader } from './facts'

const message = /curl: \((\d{1,3})\)\s?([^\n]{0,400})/

/** curl's last words, `curl: (28) …`: https://curl.se/libcurl/c/libcurl-errors.html */
export const readCurlExit: Reader = (_, lines) => {
  const failures: Failure[] = []
  for (const line of lines) {
    const [, code, says = ''] = message.exec(line) ?? []
    // With -f curl says no more of an answer than its status.
    const status = code === '22' ? /error: (\d{3})/.exec(says)?.[1] : undefined
    if (status !== undefined) return { statuses: [Number(status)], exit: 22 }
    const failure = code === undefined ? undefined : failureOf(Number(code), says)
    if (failure) failures.push(failure)
  }
  return { failures }
}

function failureOf(exit: number, says: string): Failure | undefined {
  const sort = sortOf(exit, says)
  if (!sort) return undefined
  const [, host, port, ms] = /connect to (\S+)(?: port (\d+))?(?: after (\d+) ms)?/.exec(says) ?? []
  const name = host ?? /(?:resolve host:?|target host name|connection to)\s+'?([\w.-]+)/.exec(says)?.[1]
  return {
    sort,
    exit,
    ...(name === undefined ? {} : { host: name }),
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(ms === undefined ? {} : { ms: Number(ms) }),
  }
}

/** From here on an attempt was not answered, whatever the message says: a refusal comes within a round trip. */
const patienceMs = 3_000

function sortOf(exit: number, says: string): FailureSort | undefined {
  switch (exit) {
    case 5:
      return 'proxy'
    case 6:
      return 'dns'
    case 7:
      return sevenOf(says)
    case 28:
      return /bytes received|Operation timed|SSL connection/i.test(says)
        ? 'no-answer'
        : says.match(/Resolving/)
          ? 'dns'
          : 'timeout'
    case 35:
      return thirtyFiveOf(says)
    case 51:
    case 60:
      return certificateOf(says)
    case 52:
      return 'reset'
    case 55:
    case 56:
      if (/proxy after CONNECT|CONNECT tunnel/i.test(says)) return 'proxy'
      return /alert (?:certificate required|bad certificate|handshake failure)/i.test(says)
        ? 'tls-client-certificate'
        : /timed? ?out/i.test(says)
          ? 'no-answer'
          : 'reset'
    case 58:
      return 'tls-client-certificate'
    case 53:
    case 54:
    case 59:
    case 64:
    case 66:
    case 77:
    case 80:
    case 83:
      return 'tls'
    default:
      return undefined
  }
}

function sevenOf(says: string): FailureSort {
  const ms = Number(/after (\d+) ms/.exec(says)?.[1] ?? 0)
  if (/timed? ?out/i.test(says) || ms > patienceMs) return 'timeout'
  return /unreachable|no route/i.test(says) ? 'unreachable' : 'refused'
}

function thirtyFiveOf(says: string): FailureSort {
  if (
    /wrong version number|unknown protocol|http request|SEC_E_INVALID_TOKEN|packet length too long|record overflow/i.test(
      says,
    )
  )
    return 'tls-plain'
  if (/protocol version|unsupported protocol|SEC_E_UNSUPPORTED_FUNCTION|no protocols available/i.test(says))
    return 'tls-version'
  if (/alert (?:certificate required|bad certificate)/i.test(says)) return 'tls-client-certificate'
  return /reset|SYSCALL|unexpected eof|failed to receive handshake|closed abruptly/i.test(says) ? 'reset' : 'tls'
}

/** The same in the words of OpenSSL, Schannel and GnuTLS. */
export function certificateOf(says: string): FailureSort {
  if (/expired|not yet valid|CERT_E_EXPIRED|SEC_E_CERT_EXPIRED/i.test(says)) return 'tls-expired'
  if (/local issuer|self[- ]signed|unable to get issuer|UNTRUSTED|unknown ca|not trusted|first certificate/i.test(says))
    return 'tls-untrusted'
  return 'tls-name'
}
