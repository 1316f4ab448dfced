import type { Invocation } from '@/lib/invocation/invocation'
import { uriOf } from './integration/uri'
import type { Outcome } from './trace'

/**
 * An outcome with what curl adds to it: exit code, message and how long it takes to fail. Measured with curl 7.88.1 on
 * Linux, where a connection attempt without an answer ends after 135 seconds (`tcp_syn_retries` = 6).
 */
export function asCurlSees(outcome: Outcome, invocation: Invocation): Outcome {
  if (outcome.kind === 'unknown') {
    return { kind: 'unknown', candidates: (outcome.candidates ?? []).map((c) => asCurlSees(c, invocation)) }
  }
  if (outcome.kind === 'response') return { ...outcome, curlExitCode: 0 }
  const url = uriOf(invocation.url)
  const host = url?.host ?? ''
  const port = url?.port ?? 443
  const { connectTimeout, maxTime } = invocation.options
  switch (outcome.kind) {
    case 'dns':
      return { ...outcome, curlExitCode: 6, curlMessage: `Could not resolve host: ${host}` }
    case 'timeout': {
      const seconds = Math.min(connectTimeout ?? 135, maxTime ?? 135)
      const limited = connectTimeout !== undefined || maxTime !== undefined
      const curlMessage = limited
        ? `Connection timed out after ${seconds * 1000} milliseconds`
        : `Failed to connect to ${host} port ${port} after 135000 ms: Couldn't connect to server`
      return { ...outcome, curlExitCode: 28, curlMessage, failsAfterMs: seconds * 1000 }
    }
    case 'refused': {
      const code = outcome.curlExitCode ?? 7
      const curlMessage =
        code === 7
          ? `Failed to connect to ${host} port ${port} after 0 ms: Couldn't connect to server`
          : 'Recv failure: Connection reset by peer'
      return { ...outcome, curlExitCode: code, curlMessage }
    }
    case 'tls': {
      const code = outcome.curlExitCode ?? 60
      const curlMessage =
        code === 60
          ? `SSL: no alternative certificate subject name matches target host name '${host}'`
          : 'TLS connect error'
      return { ...outcome, curlExitCode: code, curlMessage }
    }
  }
}
