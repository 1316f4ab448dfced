import { loadBalancerArn } from '@/lib/naming/arns'
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

/** `{name}-{hash}.elb.{region}.{suffix}`; an Application Load Balancer has region and "elb" the other way round. */
export const nlbDnsName = ({ region, partition }: Setting, name: string, hash: string) =>
  `${name}-${hash}.elb.${region}.${partition.dnsSuffix}`

/** An internal NLB as the guide makes it: TCP, cross-zone off, no security group (and so never any). */
export function networkLoadBalancer(setting: Setting, { name, hash, vpc, nodes, listens }: NetworkLoadBalancer): Part {
  const { region } = setting
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
      dnsName: nlbDnsName(setting, name, hash),
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
