import type { Resource } from '@/lib/topology/document'

const scheme = { internal: 'Internal', 'internet-facing': 'Public' } as const
const apiType = { PRIVATE: 'Private', REGIONAL: 'Regional', EDGE: 'Edge' } as const
const gateways = {
  internet: 'Internet gateway',
  nat: 'NAT gateway',
  virtualPrivate: 'Virtual private gateway',
} as const

/** What a resource is, in the two words that head its card. */
export function kindWord(resource: Resource): string {
  switch (resource.kind) {
    case 'account':
      return 'Account'
    case 'vpc':
      return 'VPC'
    case 'subnet':
      return 'Subnet'
    case 'routeTable':
      return 'Route table'
    case 'networkAcl':
      return 'Network ACL'
    case 'securityGroup':
      return 'Security group'
    case 'managedPrefixList':
      return 'Prefix list'
    case 'gateway':
      return gateways[resource.type]
    case 'vpcPeeringConnection':
      return 'VPC peering'
    case 'transitGateway':
      return 'Transit gateway'
    case 'network':
      return 'On premises'
    case 'hostedZone':
      return resource.vpcs.length > 0 ? 'Private hosted zone' : 'Public hosted zone'
    case 'resolverRule':
      return 'Resolver rule'
    case 'resolverEndpoint':
      return resource.direction === 'INBOUND' ? 'Inbound resolver' : 'Outbound resolver'
    case 'client':
      return resource.place === 'internet' ? 'Client, internet' : 'Client'
    case 'instance':
      return 'EC2 instance'
    case 'lambdaFunction':
      return 'Lambda function'
    case 'principal':
      return 'Identity'
    case 'vpcEndpoint':
      return 'Interface endpoint'
    case 'domainName':
      return resource.type === 'PRIVATE' ? 'Private domain' : 'Custom domain'
    case 'restApi':
      return `${apiType[resource.endpointConfiguration.type]} REST API`
    case 'usagePlan':
      return 'Usage plan'
    case 'webAcl':
      return 'Web ACL'
    case 'vpcLink':
      return 'VPC link'
    case 'loadBalancer':
      return `${scheme[resource.scheme]} ${resource.type === 'network' ? 'NLB' : 'ALB'}`
    case 'targetGroup':
      return 'Target group'
    case 'ecsService':
      return resource.launchType === 'FARGATE' ? 'Fargate service' : 'ECS service'
    case 'httpEndpoint':
      return 'HTTP endpoint'
    case 'otherApi':
      return resource.type === 'HTTP' ? 'HTTP API' : 'WebSocket API'
  }
}
