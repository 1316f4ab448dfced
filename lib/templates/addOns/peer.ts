import { withPermission, withRoute } from '../change'
import type { Part } from '../part'
import { account1 } from '../pieces/accounts'
import { clientInstance } from '../pieces/clientInstance'
import { active, routeTable, securityGroup, tcpFrom, vpcWithAcl } from '../pieces/network'
import { providerEndpointGroup } from '../pieces/providerEndpoint'
import { privateTable, providerCidr, providerVpcId } from '../pieces/providerVpc'
import { subnets } from '../pieces/subnets'
import type { Setting } from '../setting'

const vpc = 'vpc-0eee5555ffff6666a'
const cidr = '10.9.0.0/16'
const peering = 'pcx-0ae0ae0ae0ae0ae0a'
const subnet = 'subnet-0e00000000000000a'
const table = 'rtb-0e000000000000001'
const acl = 'acl-0e000000000000001'
const group = 'sg-0e000000000c11e01'

/** A VPC peered with the provider's, without an endpoint and without a way to the internet. */
export function peer(part: Part, setting: Setting): Part {
  const owner = { account: account1, region: setting.region }
  const reached = withRoute(part, privateTable, active(cidr, peering))
  return {
    ...withPermission(reached, providerEndpointGroup, tcpFrom(443, cidr)),
    ...vpcWithAcl(owner, vpc, 'peer', cidr, acl),
    ...subnets(setting, owner, vpc, acl, [
      { id: subnet, name: 'peer', cidr: '10.9.1.0/24', zone: 'a', routeTable: table },
    ]),
    ...routeTable(owner, vpc, table, 'peer', [active(cidr, 'local'), active(providerCidr, peering)], true),
    [peering]: {
      kind: 'vpcPeeringConnection',
      name: 'provider–peer',
      physicalId: peering,
      ...owner,
      requester: providerVpcId,
      accepter: vpc,
      status: 'active',
      allowDnsResolution: { requester: false, accepter: false },
    },
    ...securityGroup(owner, vpc, group, 'client-peer', []),
    ...clientInstance(owner, {
      vantage: 'client-peer',
      physicalId: 'i-0e00000000000c105',
      subnet,
      address: '10.9.1.5',
      securityGroup: group,
    }),
  }
}
