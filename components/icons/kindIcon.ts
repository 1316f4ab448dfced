import type { Resource } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import type { IconName } from './Icon'

const icons = {
  account: 'account',
  vpc: 'vpc',
  subnet: 'privateSubnet',
  routeTable: 'routeTable',
  networkAcl: 'networkAcl',
  securityGroup: 'securityGroup',
  managedPrefixList: 'prefixList',
  gateway: 'internetGateway',
  vpcPeeringConnection: 'peering',
  transitGateway: 'transitGateway',
  network: 'dataCentre',
  hostedZone: 'hostedZone',
  resolverRule: 'resolver',
  resolverEndpoint: 'resolver',
  client: 'client',
  instance: 'server',
  lambdaFunction: 'lambdaFunction',
  principal: 'principal',
  vpcEndpoint: 'vpcEndpoint',
  domainName: 'domainName',
  restApi: 'restApi',
  usagePlan: 'usagePlan',
  webAcl: 'webAcl',
  vpcLink: 'vpcLink',
  loadBalancer: 'networkLoadBalancer',
  targetGroup: 'targetGroup',
  ecsService: 'ecsService',
  httpEndpoint: 'internet',
  otherApi: 'apiGateway',
} satisfies Record<Kind, IconName>

/** The picture of a kind of which nothing stands yet. */
export const kindIcon = (kind: Kind): IconName => icons[kind]

/** The picture of a resource: its kind's, or its type's where AWS draws the types apart. */
export function iconOf(resource: Resource): IconName {
  if (resource.kind === 'loadBalancer')
    return resource.type === 'application' ? 'applicationLoadBalancer' : 'networkLoadBalancer'
  if (resource.kind === 'gateway')
    return resource.type === 'nat'
      ? 'natGateway'
      : resource.type === 'virtualPrivate'
        ? 'virtualPrivateGateway'
        : 'internetGateway'
  if (resource.kind === 'client' && resource.place === 'internet') return 'internet'
  return icons[resource.kind]
}
