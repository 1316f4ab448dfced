import type { NatGateway } from '@aws-sdk/client-ec2'
import { Batch, byKey } from '../batch'
import type { Collector } from '../site'
import { set, tagged } from './tags'

/** A NAT gateway with the subnet it stands in. Internet and virtual private gateways need no call: a route names them. */
export const gateway: Collector = (site) => {
  const byId = new Batch<NatGateway>(200, async (ids) => {
    const { client, sdk } = await site.clients.ec2()
    const page = await client.send(
      new sdk.DescribeNatGatewaysCommand({ Filter: [{ Name: 'nat-gateway-id', Values: ids }] }),
    )
    return byKey(page.NatGateways, (n) => n.NatGatewayId)
  })
  return async (id) => {
    const found = await byId.get(id)
    if (!found) return false
    site.see('subnet', found.SubnetId)
    site.add(id, {
      kind: 'gateway',
      ...tagged(found.Tags),
      physicalId: id,
      ...site.place,
      type: 'nat',
      vpc: found.VpcId ?? '',
      ...set({ subnet: found.SubnetId, state: found.State }),
    })
    return true
  }
}
