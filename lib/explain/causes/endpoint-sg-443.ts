import { admits, admitsNobody } from '../aws/rules'
import { describeEndpointGroups } from '../commands/aws'
import { isBalancer, isEndpointName } from '../seen/questions'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const endpointSg443 = defineCause('endpoint-sg-443', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html',
  says: {
    caller:
      'The security group of the VPC endpoint does not admit the caller on tcp 443: nobody answered at {addresses}.',
    nodes: 'The endpoint behind the load balancer does not admit the nodes of the load balancer on tcp 443.',
    rules: 'No inbound rule of the group that was shown admits {caller} on tcp 443.',
  },
  checks: [{ check: 'security-group.ingress', at: ['vpcEndpoint'] }],
  fits(seen, verdict) {
    const { inbound } = seen.aws
    if (isBalancer(seen.to)) return is(seen, 'timeout', 'no-answer') ? verdict.possible(40, 'nodes') : undefined
    if (!is(seen, 'timeout') || seen.leads === 'public') return undefined
    if (seen.to?.name.of !== 'execute-api' && !isEndpointName(seen.to))
      return seen.leads === 'private' ? verdict.possible(50, 'caller', fillOf(seen)) : undefined
    if (inbound && admits(inbound, seen.callers, 443))
      return verdict.not('The inbound rules that were shown admit the caller on tcp 443.')
    if (inbound && admitsNobody(inbound, seen.callers, 443)) return verdict.certain(90, 'rules', fillOf(seen))
    if (seen.lambda) return verdict.likely(80, 'caller', fillOf(seen))
    return verdict.likely(90, 'caller', fillOf(seen))
  },
  tellApart: (seen) => ({
    command: describeEndpointGroups(seen),
    ifSo: 'No entry of "IpPermissions" for tcp 443 covers the address or the group of the caller.',
    ifNot: 'An entry for tcp 443 covers the caller.',
  }),
})

const fillOf = (seen: Seen) => ({
  addresses: seen.addresses.slice(0, 3).join(', ') || 'the address',
  caller: seen.callers[0] ?? 'the caller',
})
