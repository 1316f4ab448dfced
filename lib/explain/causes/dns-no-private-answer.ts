import { describeEndpoints } from '../commands/aws'
import { resolverSort } from '../seen/place'
import { isDefaultName, suffixWrong } from '../seen/questions'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const dnsNoPrivateAnswer = defineCause('dns-no-private-answer', {
  docs: 'https://repost.aws/knowledge-center/vpc-interface-configure-dns',
  says: {
    none: 'The resolver has no private answer for {host}: private DNS of the endpoint is off, the endpoint stands in another VPC, or the VPC asks a DNS server of its own.',
    public:
      '{host} leads to the public address {address}: here the name has no private answer, and a private API is not served there.',
    off: 'Private DNS of the endpoint is off, so {host} has no private answer in its VPC.',
  },
  checks: [
    {
      check: 'dns.name',
      reasons: ['private-api-outside', 'vpc-attributes', 'own-servers', 'no-such-name'],
      from: 'vpc',
    },
  ],
  fits(seen, verdict) {
    const { to } = seen
    if (!to || !isDefaultName(to) || suffixWrong(to)) return undefined
    const off = seen.aws.privateDnsEnabled === false
    const sorts = seen.lookups.map(resolverSort)
    if (is(seen, 'dns', 'none') && seen.leads !== 'private') {
      if (is(seen, 'none') && seen.leads !== 'public') return undefined
      if (off) return verdict.certain(80, 'off', { host: to.host })
      if (seen.aws.privateDnsEnabled && sorts.includes('vpc')) return verdict.possible(70, 'none', { host: to.host })
      if (seen.leads === 'public') return verdict.likely(80, 'public', named(seen))
      return sorts.includes('own') || sorts.includes('public')
        ? verdict.possible(70, 'none', { host: to.host })
        : verdict.likely(80, 'none', { host: to.host })
    }
    if (seen.leads === 'private') return undefined
    if (is(seen, 'timeout', 'no-answer', 'unreachable')) {
      if (seen.leads === 'public') return verdict.likely(off ? 85 : 75, 'public', named(seen))
      return verdict.possible(30, 'none', { host: to.host })
    }
    if (!is(seen, 'forbidden')) return undefined
    if (seen.leads !== 'public') return verdict.possible(20, 'none', { host: to.host })
    return sorts.includes('vpc')
      ? verdict.likely(80, 'public', named(seen))
      : verdict.possible(60, 'public', named(seen))
  },
  tellApart: (seen) => ({
    command: describeEndpoints(seen),
    ifSo: 'No endpoint stands in the VPC of the caller, or "PrivateDnsEnabled" is false.',
    ifNot: 'The endpoint of that VPC is available, and "PrivateDnsEnabled" is true.',
  }),
})

const named = (seen: Seen) => ({ host: seen.to?.host ?? 'the name', address: seen.addresses[0] ?? '' })
