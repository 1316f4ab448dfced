import type { Resource } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'

/** What a kind of resource is called on screen. */
const titles = {
  account: 'Account',
  vpc: 'VPC',
  subnet: 'Subnet',
  routeTable: 'Route table',
  networkAcl: 'Network ACL',
  securityGroup: 'Security group',
  managedPrefixList: 'Prefix list',
  gateway: 'Gateway',
  vpcPeeringConnection: 'VPC peering',
  transitGateway: 'Transit gateway',
  network: 'Network on premises',
  hostedZone: 'Hosted zone',
  resolverRule: 'Resolver rule',
  resolverEndpoint: 'Resolver endpoint',
  client: 'Client',
  instance: 'EC2 instance',
  lambdaFunction: 'Lambda function',
  principal: 'Principal',
  vpcEndpoint: 'Interface endpoint',
  domainName: 'Custom domain',
  restApi: 'REST API',
  usagePlan: 'Usage plan',
  webAcl: 'Web ACL',
  vpcLink: 'VPC link',
  loadBalancer: 'Load balancer',
  targetGroup: 'Target group',
  ecsService: 'ECS service',
  httpEndpoint: 'HTTP endpoint',
  otherApi: 'Other API',
} satisfies Record<Kind, string>

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

/** The title of one resource: its kind, with the type where AWS has several. */
export function kindTitle(resource: Resource): string {
  switch (resource.kind) {
    case 'restApi':
      return `${capital(resource.endpointConfiguration.type)} REST API`
    case 'loadBalancer': {
      const type = resource.type === 'network' ? 'NLB' : 'ALB'
      return `${resource.scheme === 'internal' ? 'Internal' : 'Internet-facing'} ${type}`
    }
    case 'domainName':
      return `${capital(resource.type)} custom domain`
    case 'gateway':
      return { internet: 'Internet gateway', nat: 'NAT gateway', virtualPrivate: 'Virtual private gateway' }[
        resource.type
      ]
    case 'ecsService':
      return resource.launchType === 'FARGATE' ? 'Fargate service' : titles.ecsService
    default:
      return titles[resource.kind]
  }
}
