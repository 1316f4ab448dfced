import { describeGroupAttributes } from '../commands/aws'
import { isBalancer, nowAndThen } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const clientIpPreservation = defineCause('client-ip-preservation', {
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
  says: {
    hairpin:
      'The caller, {caller}, is a target of the load balancer itself: with client IP preservation its own packets come back to it, and it drops them.',
    shown:
      'The target group preserves the address of the client: behind it replies go past the load balancer, and endpoint addresses as targets lose the connection.',
    maybe:
      'If the target group preserves the address of the client: replies may go past the load balancer, and endpoint addresses as targets lose the connection.',
  },
  checks: [{ check: 'load-balancer.client-address', shows: ['endpoint-targets-link', 'hairpin-some'] }],
  fits(seen, verdict) {
    const direct = isBalancer(seen.to) && is(seen, 'timeout', 'no-answer', 'reset')
    if (!direct && !is(seen, 'network-error', 'timed-out', 'gateway-timeout')) return undefined
    if (seen.aws.preservesClientIp === 'false')
      return verdict.not('The target group does not preserve the address of the client.')
    const caller = seen.callers.find((address) => seen.aws.targets?.some((t) => t.id === address))
    if (direct && caller !== undefined) return verdict.likely(96, 'hairpin', { caller })
    if (seen.aws.preservesClientIp === 'true' && direct) return verdict.likely(93, 'shown')
    const told =
      /from (?:a|the|one of the) (?:target|task|container|instance itself)|hairpin|loopback|to itself|same (?:instance|task|host)|preserve/i.test(
        seen.told,
      )
    if (direct && told) return verdict.likely(94, 'maybe')
    if (!direct && /Connection is closed/i.test(seen.words)) return undefined
    return verdict.possible(direct ? (nowAndThen(seen) ? 60 : 50) : 20, 'maybe')
  },
  tellApart: (seen) => ({
    command: describeGroupAttributes(seen),
    ifSo: '"preserve_client_ip.enabled" is "true".',
    ifNot: '"preserve_client_ip.enabled" is "false".',
  }),
})
