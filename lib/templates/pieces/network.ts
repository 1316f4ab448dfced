import type { ResourceOf } from '@/lib/topology/document'
import type { Owner, Part } from '../part'

export type Permission = ResourceOf<'securityGroup'>['ipPermissions'][number]
export type Route = ResourceOf<'routeTable'>['routes'][number]

export const anywhere = '0.0.0.0/0'

export const tcpFrom = (port: number, cidr: string): Permission => ({
  ipProtocol: 'tcp',
  fromPort: port,
  toPort: port,
  cidrs: [cidr],
})

const outAll: Permission[] = [{ ipProtocol: '-1', cidrs: [anywhere] }]

/** A VPC as AWS makes it, with both DNS attributes on, and its default network ACL, which lets everything through. */
export const vpcWithAcl = (owner: Owner, id: string, name: string, cidr: string, acl: string): Part => ({
  [id]: {
    kind: 'vpc',
    name,
    physicalId: id,
    ...owner,
    cidrBlocks: [cidr],
    enableDnsSupport: true,
    enableDnsHostnames: true,
    dhcpOptions: { domainNameServers: ['AmazonProvidedDNS'] },
  },
  [acl]: {
    kind: 'networkAcl',
    name: `${name} default`,
    physicalId: acl,
    ...owner,
    vpc: id,
    isDefault: true,
    entries: [false, true].flatMap((egress) => [
      { ruleNumber: 100, egress, protocol: '-1', cidrBlock: anywhere, ruleAction: 'allow' as const },
      // AWS lists the closing rule "*" under this number.
      { ruleNumber: 32767, egress, protocol: '-1', cidrBlock: anywhere, ruleAction: 'deny' as const },
    ]),
  },
})

export const securityGroup = (
  owner: Owner,
  vpc: string,
  id: string,
  name: string,
  ipPermissions: Permission[],
): Part => ({
  [id]: { kind: 'securityGroup', name, physicalId: id, ...owner, vpc, ipPermissions, ipPermissionsEgress: outAll },
})

export const active = (destination: string, target: string): Route => ({ destination, target, state: 'active' })

export const routeTable = (
  owner: Owner,
  vpc: string,
  id: string,
  name: string,
  routes: Route[],
  main = false,
): Part => ({
  [id]: { kind: 'routeTable', name, physicalId: id, ...owner, vpc, ...(main ? { main } : {}), routes },
})
