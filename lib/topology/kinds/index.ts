import { account } from './account'
import { client } from './client'
import { domainName } from './domainName'
import { ecsService } from './ecsService'
import { gateway } from './gateway'
import { hostedZone } from './hostedZone'
import { httpEndpoint } from './httpEndpoint'
import { instance } from './instance'
import { lambdaFunction } from './lambdaFunction'
import { loadBalancer } from './loadBalancer'
import { managedPrefixList } from './managedPrefixList'
import { network } from './network'
import { networkAcl } from './networkAcl'
import { otherApi } from './otherApi'
import { principal } from './principal'
import { resolverEndpoint } from './resolverEndpoint'
import { resolverRule } from './resolverRule'
import { restApi } from './restApi'
import { routeTable } from './routeTable'
import { securityGroup } from './securityGroup'
import { subnet } from './subnet'
import { targetGroup } from './targetGroup'
import { transitGateway } from './transitGateway'
import { usagePlan } from './usagePlan'
import { vpc } from './vpc'
import { vpcEndpoint } from './vpcEndpoint'
import { vpcLink } from './vpcLink'
import { vpcPeeringConnection } from './vpcPeeringConnection'
import { webAcl } from './webAcl'

/** Every kind of resource, in the order of the outline: places, names, callers, entrance, API, behind it. */
export const kinds = {
  account,
  vpc,
  subnet,
  routeTable,
  networkAcl,
  securityGroup,
  managedPrefixList,
  gateway,
  vpcPeeringConnection,
  transitGateway,
  network,
  hostedZone,
  resolverRule,
  resolverEndpoint,
  client,
  instance,
  lambdaFunction,
  principal,
  vpcEndpoint,
  domainName,
  restApi,
  usagePlan,
  webAcl,
  vpcLink,
  loadBalancer,
  targetGroup,
  ecsService,
  httpEndpoint,
  otherApi,
} as const

export type Kind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as Kind[]
export const isKind = (word: string): word is Kind => Object.hasOwn(kinds, word)
