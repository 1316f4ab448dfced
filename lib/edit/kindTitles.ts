import type { Kind } from '@/lib/topology/kinds'

/** What a kind is called where no resource of it stands yet, and the sentence of its entry in the palette. */
export const kindTitles: Record<Kind, { title: string; says: string }> = {
  account: { title: 'Account', says: 'An AWS account, which owns what stands in it.' },
  vpc: { title: 'VPC', says: 'A network with two private subnets, its main route table and its default ACL.' },
  subnet: { title: 'Subnet', says: 'The next free block of a VPC, in the zone that has fewest.' },
  routeTable: { title: 'Route table', says: 'Routes for subnets; it begins with the local one.' },
  networkAcl: { title: 'Network ACL', says: 'Rules by number for whole subnets; it begins with allow all.' },
  securityGroup: { title: 'Security group', says: 'Rules for what carries it; it begins with no inbound rule.' },
  managedPrefixList: { title: 'Prefix list', says: 'A named list of CIDR blocks.' },
  gateway: { title: 'Gateway', says: 'An internet, NAT or virtual private gateway.' },
  vpcPeeringConnection: { title: 'VPC peering', says: 'A connection of two VPCs; each needs a route to it.' },
  transitGateway: { title: 'Transit gateway', says: 'A hub that VPCs and networks attach to.' },
  network: { title: 'On premises', says: 'A network behind a VPN or Direct Connect.' },
  hostedZone: { title: 'Hosted zone', says: 'DNS names; private where VPCs are associated.' },
  resolverRule: { title: 'Resolver rule', says: 'Sends a domain of some VPCs to other DNS servers.' },
  resolverEndpoint: { title: 'Resolver endpoint', says: 'DNS into or out of a VPC.' },
  client: { title: 'Client', says: 'A caller on the internet, on premises or in a subnet.' },
  instance: { title: 'EC2 instance', says: 'A caller or target with a private address.' },
  lambdaFunction: { title: 'Lambda function', says: 'Code that an API invokes.' },
  principal: { title: 'Identity', says: 'An IAM role or user that signs calls.' },
  vpcEndpoint: { title: 'Interface endpoint', says: 'The execute-api entrance of a VPC, with private DNS.' },
  domainName: { title: 'Custom domain', says: 'A name of your own before an API.' },
  restApi: { title: 'REST API', says: 'A private REST API with a stage dev.' },
  usagePlan: { title: 'Usage plan', says: 'Which API keys may call which stages.' },
  webAcl: { title: 'Web ACL', says: 'AWS WAF before a stage.' },
  vpcLink: { title: 'VPC link', says: 'The way of an API to a load balancer in a VPC.' },
  loadBalancer: { title: 'Network load balancer', says: 'An internal NLB in the subnets of a VPC.' },
  targetGroup: { title: 'Target group', says: 'Where a load balancer sends its calls.' },
  ecsService: { title: 'Fargate service', says: 'The program that answers, with two tasks.' },
  httpEndpoint: { title: 'HTTP endpoint', says: 'A backend named by its host, outside AWS or not drawn.' },
  otherApi: { title: 'HTTP API', says: 'An HTTP or WebSocket API, named only.' },
}

export const kindTitle = (kind: Kind): string => kindTitles[kind].title
