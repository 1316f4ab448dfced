import { admits, admitsNobody } from '../aws/rules'
import { describeCallerGroups } from '../commands/aws'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const callerSgEgress = defineCause('caller-sg-egress', {
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  says: {
    egress: 'The security group of the caller lets nothing out on tcp {port}.',
    rules: 'No outbound rule of the group that was shown lets the caller out on tcp {port}.',
  },
  checks: [{ check: 'security-group.egress', at: ['client', 'instance'] }],
  fits(seen, verdict) {
    if (!is(seen, 'timeout') || seen.lambda || seen.log) return undefined
    const port = seen.to?.port ?? 443
    const fill = { port: String(port) }
    const { outbound } = seen.aws
    if (outbound && admits(outbound, seen.addresses, port))
      return verdict.not(`The outbound rules that were shown let the caller out on tcp ${port}.`)
    if (outbound && admitsNobody(outbound, seen.addresses, port)) return verdict.certain(85, 'rules', fill)
    return verdict.possible(60, 'egress', fill)
  },
  tellApart: (seen) => ({
    command: describeCallerGroups(seen),
    ifSo: `No entry of "IpPermissionsEgress" of the caller's group covers tcp ${seen.to?.port ?? 443} to the address.`,
    ifNot: 'An outbound entry covers it; a new group lets everything out.',
  }),
})
