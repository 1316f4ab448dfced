import type { Kind } from '@/lib/topology/kinds'
import type { Collector } from '../site'
import { gateway } from './gateway'
import { instance } from './instance'
import { loadBalancer } from './loadBalancer'
import { managedPrefixList } from './managedPrefixList'
import { restApi } from './restApi'
import { securityGroup } from './securityGroup'
import { subnet } from './subnet'
import { targetGroup } from './targetGroup'
import { transitGateway } from './transitGateway'
import { vpc } from './vpc'
import { vpcEndpoint } from './vpcEndpoint'
import { vpcLink } from './vpcLink'
import { vpcPeeringConnection } from './vpcPeeringConnection'
import { webAcl } from './webAcl'

/**
 * The kinds that something names, and how each is read. The others come along with what they belong to: route tables and
 * ACLs with a subnet, zones and rules with a VPC, services with a target group, plans and domains with an API.
 */
export const collectors: Partial<Record<Kind, Collector>> = {
  vpc,
  subnet,
  securityGroup,
  managedPrefixList,
  gateway,
  vpcPeeringConnection,
  transitGateway,
  instance,
  vpcEndpoint,
  restApi,
  webAcl,
  vpcLink,
  loadBalancer,
  targetGroup,
}
