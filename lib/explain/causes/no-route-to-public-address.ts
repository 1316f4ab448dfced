import { describeRoutes } from '../commands/aws'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const noRouteToPublicAddress = defineCause('no-route-to-public-address', {
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  says: {
    public:
      'The name leads to the public address {address}, and nobody answers: the subnet of the caller has no way out.',
    maybe: 'If the name leads to a public address here, the subnet of the caller has no way out to it.',
  },
  checks: [{ check: 'route.there', reasons: ['no-route', 'blackhole', 'leads-elsewhere'], side: 'front' }],
  fits(seen, verdict) {
    if (!is(seen, 'timeout', 'unreachable')) return undefined
    if (seen.leads === 'public') return verdict.likely(85, 'public', { address: seen.addresses[0] ?? '' })
    return seen.leads === 'unknown' && seen.to?.name.of !== 'load-balancer' ? verdict.possible(35, 'maybe') : undefined
  },
  tellApart: (seen) => ({
    command: describeRoutes(seen),
    ifSo: 'No route for 0.0.0.0/0 stands in the table of the subnet.',
    ifNot: 'An active route for 0.0.0.0/0 leads to a NAT gateway or an internet gateway.',
  }),
})
