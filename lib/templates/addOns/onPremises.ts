import { withPermission, withRoute } from '../change'
import type { Part } from '../part'
import { account1 } from '../pieces/accounts'
import { active, tcpFrom } from '../pieces/network'
import { providerEndpointGroup } from '../pieces/providerEndpoint'
import { privateTable, providerVpcId } from '../pieces/providerVpc'
import type { Setting } from '../setting'

const cidr = '192.168.0.0/16'
const virtualGateway = 'vgw-0a000000000000001'
const network = 'data-center'

/** A data center over Direct Connect: in China a VPC has no Site-to-Site VPN. Its DNS servers ask the internet. */
export function onPremises(part: Part, { region }: Setting): Part {
  const reached = withRoute(part, privateTable, active(cidr, virtualGateway))
  return {
    ...withPermission(reached, providerEndpointGroup, tcpFrom(443, cidr)),
    [virtualGateway]: {
      kind: 'gateway',
      physicalId: virtualGateway,
      account: account1,
      region,
      type: 'virtualPrivate',
      vpc: providerVpcId,
      state: 'attached',
    },
    [network]: {
      kind: 'network',
      name: 'data center',
      cidrs: [cidr],
      via: virtualGateway,
      link: 'directConnect',
      dns: { servers: 'own' },
      internetEgress: true,
    },
    [`on-premises:${providerVpcId}`]: { kind: 'client', name: 'on premises', place: network, address: '192.168.10.20' },
  }
}
