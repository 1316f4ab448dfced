import { describeBalancer } from '../commands/aws'
import { isBalancer, isHttpApi } from '../seen/questions'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const nlbSgEnforcedOnPrivatelink = defineCause('nlb-sg-enforced-on-privatelink', {
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-nlb-for-vpclink-using-console.html',
  says: {
    shown:
      'The load balancer applies its security group to the traffic of the VPC link: "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic" is "on".',
    direct:
      'Called directly the load balancer answers, and over the VPC link it does not: its security group is applied to the traffic of the link.',
    maybe: 'The security group of the load balancer may be applied to the traffic of the VPC link.',
  },
  checks: [{ check: 'security-group.private-link' }],
  fits(seen, verdict) {
    if (
      !is(seen, 'network-error', 'server-error', 'timed-out', 'gateway-timeout') ||
      isBalancer(seen.to) ||
      isHttpApi(seen)
    )
      return undefined
    const { enforcesGroups, balancerHasGroups } = seen.aws
    if (enforcesGroups === 'off' || (balancerHasGroups === false && enforcesGroups === undefined))
      return verdict.not('The load balancer does not apply a security group to the traffic of the link.')
    if (/Host name '|PKIX|Connection is closed/i.test(seen.words)) return undefined
    if (enforcesGroups === 'on') return verdict.likely(90, 'shown')
    if (seen.others.some((o) => isBalancer(o.to) && o.runs.good > 0)) return verdict.likely(92, 'direct')
    return told(seen) ? verdict.likely(91, 'direct') : verdict.possible(45, 'maybe')
  },
  tellApart: (seen) => ({
    command: describeBalancer(seen),
    ifSo: '"SecurityGroups" is not empty, and "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic" is "on".',
    ifNot: 'It is "off", or the load balancer has no security group.',
  }),
})

const told = (seen: Seen): boolean =>
  /(?:direct(?:ly)?|curl to the nlb|straight)[^\n]{0,80}(?:works|200|fine|ok)|(?:added|attached)[^\n]{0,40}security group[^\n]{0,40}(?:nlb|load balancer)/i.test(
    seen.told,
  )
