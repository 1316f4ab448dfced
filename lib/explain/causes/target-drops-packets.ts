import { describeTargetSecurity } from '../commands/aws'
import { isBalancer } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

/** An attempt through a VPC link that nobody answers ends after about ten seconds: https://github.com/aws/apprunner-roadmap/issues/193 */
const waitMs = 8_000

export const targetDropsPackets = defineCause('target-drops-packets', {
  docs: 'https://repost.aws/knowledge-center/api-gateway-500-error-vpc',
  says: {
    direct:
      'The load balancer takes the call, and the security group or the network ACL of its targets drops what the nodes send.',
    waited:
      'The gateway waited {seconds} seconds for a connection that nobody answered: the security group or the ACL of the target drops the packets of the load balancer.',
    maybe: 'The security group or the network ACL of the target may drop the packets of the load balancer.',
  },
  checks: [
    { check: 'security-group.ingress', side: 'behind' },
    { check: 'network-acl.enters', side: 'behind' },
    { check: 'network-acl.leaves', side: 'behind' },
  ],
  fits(seen, verdict) {
    const waited = seen.log?.waitedMs ?? seen.ms ?? 0
    if (isBalancer(seen.to) && is(seen, 'timeout', 'no-answer')) return verdict.likely(80, 'direct')
    if (!is(seen, 'server-error', 'network-error', 'timed-out', 'gateway-timeout', 'unavailable')) return undefined
    if (/Host name '|PKIX|Connection is closed/i.test(seen.words)) return undefined
    if (is(seen, 'server-error') && waited >= waitMs)
      return verdict.likely(88, 'waited', { seconds: String(Math.round(waited / 1000)) })
    return verdict.possible(is(seen, 'server-error') ? 45 : 40, 'maybe')
  },
  tellApart: (seen) => ({
    command: describeTargetSecurity(seen),
    ifSo: "No inbound entry of the target's group covers the addresses or the group of the load balancer on the target's port.",
    ifNot: 'An entry covers them.',
  }),
})
