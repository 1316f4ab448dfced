import { describeAcls } from '../commands/aws'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const nacl = defineCause('nacl', {
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  says: {
    drops: 'A network ACL drops the call, or the answer to the ports 1024 to 65535 on its way back.',
    behind: 'A network ACL behind the integration drops the connection or its answer.',
  },
  checks: [{ check: 'network-acl.leaves' }, { check: 'network-acl.enters' }],
  fits(seen, verdict) {
    if (is(seen, 'timeout') && seen.leads !== 'public') return verdict.possible(50, 'drops')
    if (is(seen, 'no-answer')) return verdict.possible(20, 'drops')
    return is(seen, 'network-error', 'timed-out', 'gateway-timeout', 'server-error')
      ? verdict.possible(8, 'behind')
      : undefined
  },
  tellApart: (seen) => ({
    command: describeAcls(seen),
    ifSo: 'An entry denies tcp 443 to the endpoint or 1024 to 65535 back, or none allows them.',
    ifNot: 'The ACLs of both subnets allow both directions, as the default one does.',
  }),
})
