import { describeListeners } from '../commands/aws'
import { isBalancer } from '../seen/questions'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const noListenerOnPort = defineCause('no-listener-on-port', {
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
  says: {
    shown: 'The load balancer has no listener on port {port}: describe-listeners lists {ports}.',
    direct: 'The load balancer may have no listener on port {port}.',
    uri: 'The port of the integration uri, {port}, chooses the listener, and the load balancer may have none there.',
  },
  checks: [{ check: 'load-balancer.listener', reasons: ['missing'] }],
  fits(seen, verdict) {
    const direct = isBalancer(seen.to) && is(seen, 'timeout', 'refused')
    const behind = is(seen, 'server-error', 'network-error', 'timed-out', 'gateway-timeout', 'unavailable')
    if ((!direct && !behind) || /Host name '|PKIX|Connection is closed/i.test(seen.words)) return undefined
    const port = portOf(seen, direct)
    const { listenerPorts } = seen.aws
    if (listenerPorts && port !== undefined)
      return listenerPorts.includes(port)
        ? verdict.not(`The load balancer listens on port ${port}: describe-listeners lists it.`)
        : verdict.certain(94, 'shown', { port: String(port), ports: listenerPorts.join(', ') || 'none' })
    const odd = port !== undefined && port !== 443 && port !== 80
    if (direct)
      return odd
        ? verdict.likely(85, 'direct', { port: String(port) })
        : verdict.possible(55, 'direct', { port: String(port) })
    return odd && is(seen, 'server-error', 'network-error')
      ? verdict.possible(60, 'uri', { port: String(port) })
      : verdict.possible(35, 'uri', { port: String(port ?? 'given or 443') })
  },
  tellApart: (seen) => ({
    command: describeListeners(seen),
    ifSo: `No listener has "Port": ${portOf(seen, isBalancer(seen.to)) ?? 443}.`,
    ifNot: 'A listener has that port.',
  }),
})

function portOf(seen: Seen, direct: boolean): number | undefined {
  if (direct) return seen.to?.port
  const [, scheme, port] =
    /^(https?):\/\/[^/:]+(?::(\d+))?/.exec(seen.request.integrationUri ?? seen.aws.integrationUri ?? '') ?? []
  return port === undefined ? (scheme === undefined ? undefined : scheme === 'http' ? 80 : 443) : Number(port)
}
