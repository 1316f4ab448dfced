import { loadBalancerArn } from '@/lib/naming/arns'
import { networkLoadBalancerHost } from '@/lib/naming/loadBalancer'
import type { Part } from '../part'
import type { Setting } from '../setting'
import { account1 } from './accounts'

interface NetworkLoadBalancer {
  name: string
  hash: string
  vpc: string
  nodes: { subnet: string; address: string }[]
  listens: { port: number; targetGroup: string }[]
}

/** An internal NLB as the guide makes it: TCP, cross-zone off, no security group (and so never any). */
export function networkLoadBalancer(
  { region }: Setting,
  { name, hash, vpc, nodes, listens }: NetworkLoadBalancer,
): Part {
  return {
    [name]: {
      kind: 'loadBalancer',
      name,
      arn: loadBalancerArn({ region, accountId: account1 }, 'net', name, hash),
      account: account1,
      region,
      type: 'network',
      scheme: 'internal',
      vpc,
      state: 'active',
      dnsName: networkLoadBalancerHost(name, hash, region),
      ipAddressType: 'ipv4',
      availabilityZones: nodes,
      attributes: { 'load_balancing.cross_zone.enabled': 'false' },
      listeners: listens.map(({ port, targetGroup }) => ({
        protocol: 'TCP',
        port,
        default: { type: 'forward', targetGroups: [{ targetGroup }] },
      })),
    },
  }
}
