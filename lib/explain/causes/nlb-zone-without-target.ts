import { describeTargets } from '../commands/aws'
import { quotePosix } from '../commands/quote'
import { isBalancer, isBehind, isHttpApi, nowAndThen } from '../seen/questions'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const nlbZoneWithoutTarget = defineCause('nlb-zone-without-target', {
  docs: 'https://repost.aws/knowledge-center/elb-dns-cross-zone-balance-configuration',
  says: {
    sometimes:
      'The same call succeeds now and fails then: a zone of the load balancer has no healthy target, cross-zone load balancing is off, and the way is taken by chance.',
    address:
      'One address of the load balancer does not answer and another does: the zone of the first has no healthy target.',
    maybe:
      'If it fails only now and then: a zone of the load balancer has no healthy target, with cross-zone load balancing off.',
  },
  checks: [{ check: 'load-balancer.zones', shows: ['link-goes-anyway', 'dns-returns-all'] }],
  fits(seen, verdict) {
    const direct = isBalancer(seen.to) && is(seen, 'timeout', 'refused', 'no-answer')
    if (!direct && !isBehind(seen)) return undefined
    if (seen.aws.crossZone === 'true') return verdict.not('Cross-zone load balancing is on.')
    if (/Host name '|PKIX|Connection is closed/i.test(seen.words)) return undefined
    if (direct && oneAddressFails(seen)) return verdict.likely(90, 'address')
    if (nowAndThen(seen)) return isHttpApi(seen) ? verdict.possible(60, 'sometimes') : verdict.likely(92, 'sometimes')
    return verdict.possible(direct ? 45 : 50, 'maybe')
  },
  tellApart: (seen) => ({
    command: `for i in $(seq 1 20); do curl -s -o /dev/null -w '%{http_code}\\n' --max-time 35 ${quotePosix(seen.request.url ?? 'URL')}; done\n${describeTargets(seen)}`,
    ifSo: 'Some calls fail and others do not, and one zone has no "healthy" target.',
    ifNot: 'All calls fail alike.',
  }),
})

const oneAddressFails = (seen: Seen): boolean => seen.connected && seen.addresses.length > 1
