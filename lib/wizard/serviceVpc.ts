import type { Part } from '@/lib/templates/part'
import { active, anywhere, type Route, routeTable, vpcWithAcl } from '@/lib/templates/pieces/network'
import { subnets } from '@/lib/templates/pieces/subnets'
import { premisesCidr } from './callers/onPremises'
import { peerCidr } from './callers/peeredVpc'
import { asks, type Plan } from './plan'

export const serviceCidr = '10.20.0.0/16'

export const serviceVpcIds = ({ ids }: Plan) => ({
  vpc: ids.vpc('service'),
  a: ids.subnet('service-a'),
  b: ids.subnet('service-b'),
})

/** The VPC of the service: two private subnets, and a public one whose NAT gateway lets the tasks fetch their image. */
export function serviceVpc(plan: Plan): Part {
  const { ids, owner, setting, choices } = plan
  const { vpc, a, b } = serviceVpcIds(plan)
  const acl = ids.acl('service')
  const [privateTable, publicTable, open] = [ids.table('private'), ids.table('public'), ids.subnet('public')]
  const [nat, internet] = [ids.natGateway('service'), ids.internetGateway('service')]
  const local = active(serviceCidr, 'local')
  const outside: Route[] = [
    ...(asks(plan, 'peered-vpc') ? [active(peerCidr, ids.peering('peer'))] : []),
    ...(asks(plan, 'on-premises') ? [active(premisesCidr, ids.privateGateway('premises'))] : []),
  ]
  return {
    ...vpcWithAcl(owner, vpc, choices.name, serviceCidr, acl),
    ...subnets(setting, owner, vpc, acl, [
      { id: a, name: 'private-a', cidr: '10.20.0.0/20', zone: 'a', routeTable: privateTable },
      { id: b, name: 'private-b', cidr: '10.20.16.0/20', zone: 'b', routeTable: privateTable },
      { id: open, name: 'public-a', cidr: '10.20.32.0/24', zone: 'a', routeTable: publicTable },
    ]),
    ...routeTable(owner, vpc, privateTable, 'private', [local, ...outside, active(anywhere, nat)], true),
    ...routeTable(owner, vpc, publicTable, 'public', [local, active(anywhere, internet)]),
    [nat]: { kind: 'gateway', physicalId: nat, ...owner, type: 'nat', vpc, subnet: open, state: 'available' },
    [internet]: { kind: 'gateway', physicalId: internet, ...owner, type: 'internet', vpc },
  }
}
