import type { Part } from '@/lib/templates/part'
import { active, routeTable, tcpFrom, vpcWithAcl } from '@/lib/templates/pieces/network'
import { subnets } from '@/lib/templates/pieces/subnets'
import type { Plan } from '../plan'
import { serviceCidr, serviceVpcIds } from '../serviceVpc'
import { client } from './client'

export const peerCidr = '10.40.0.0/16'

/** A VPC without an endpoint, peered with the service's. */
export function peeredVpc(plan: Plan): Part {
  const { ids, setting, owner } = plan
  const [vpc, acl, table, subnet] = [ids.vpc('peer'), ids.acl('peer'), ids.table('peer'), ids.subnet('peer')]
  const peering = ids.peering('peer')
  return {
    ...vpcWithAcl(owner, vpc, 'peer', peerCidr, acl),
    ...subnets(setting, owner, vpc, acl, [
      { id: subnet, name: 'peer-a', cidr: '10.40.0.0/20', zone: 'a', routeTable: table },
    ]),
    ...routeTable(owner, vpc, table, 'peer', [active(peerCidr, 'local'), active(serviceCidr, peering)], true),
    [peering]: {
      kind: 'vpcPeeringConnection',
      name: 'service–peer',
      physicalId: peering,
      ...owner,
      requester: vpc,
      accepter: serviceVpcIds(plan).vpc,
      status: 'active',
      allowDnsResolution: { requester: false, accepter: false },
    },
    ...client(plan, { word: 'peered-vpc', owner, vpc, subnet, address: '10.40.2.10', to: [tcpFrom(443, serviceCidr)] }),
  }
}
