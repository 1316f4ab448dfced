import type { AnsweredBy } from './explanation'
import { is, type Seen } from './seen/seen'

/** Who answered, by the marks of the answer. */
export function answeredBy(seen: Seen): AnsweredBy {
  if (is(seen, 'dns', 'timeout', 'no-answer', 'refused', 'unreachable', 'reset')) return 'network'
  if (seen.sort.startsWith('tls-') || seen.sort === 'tls') return 'client'
  if (is(seen, 'proxy', 'proxy-answer', 'none')) return 'unknown'
  if (is(seen, 'masked', 'balancer')) return 'backend'
  // The failing step is the integration, whose error is the gateway's own.
  if (is(seen, 'server-error', 'network-error', 'timed-out', 'gateway-timeout', 'bad-gateway', 'unavailable'))
    return gateway(seen)
  if (seen.inner && has(seen, /^x-amzn-remapped-/i)) return 'backend'
  if (!is(seen, 'answered', 'not-found')) return 'gateway'
  return is(seen, 'not-found') && has(seen, /^apigw-requestid$/i) ? 'gateway' : application(seen)
}

function gateway(seen: Seen): AnsweredBy {
  return seen.answer?.body === undefined && seen.answer?.headed && strange(seen) ? 'unknown' : 'gateway'
}

/** An answer that is none of API Gateway's own texts. */
function application(seen: Seen): AnsweredBy {
  const status = seen.answer?.status
  if (status === undefined) return 'unknown'
  if (strange(seen) && status >= 400 && seen.to?.name.of === 'execute-api') return 'unknown'
  return has(seen, /^x-amzn-errortype$/i) && status >= 400 ? 'gateway' : 'backend'
}

const has = (seen: Seen, name: RegExp): boolean => seen.answer?.headers.some((h) => name.test(h.name)) === true

/** All headers are shown, and none of them is AWS's. */
const strange = (seen: Seen): boolean =>
  seen.answer?.headed === true && seen.answer.headers.length > 1 && !has(seen, /^(?:x-amzn-|x-amz-|apigw-)/i)
