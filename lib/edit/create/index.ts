import type { Kind } from '@/lib/topology/kinds'
import { client, instance, principal, securityGroup } from './callers'
import {
  ecsService,
  httpEndpoint,
  lambdaFunction,
  loadBalancer,
  restApi,
  targetGroup,
  vpcEndpoint,
  vpcLink,
} from './chain'
import { account, gateway, networkAcl, routeTable, subnet, vpc } from './places'
import type { Starter } from './starter'

/** Kinds that begin with more than their schema asks for; every other begins with empty fields. */
export const starters: Partial<Record<Kind, Starter>> = {
  account,
  vpc,
  subnet,
  routeTable,
  networkAcl,
  securityGroup,
  gateway,
  client,
  instance,
  lambdaFunction,
  principal,
  vpcEndpoint,
  restApi,
  vpcLink,
  loadBalancer,
  targetGroup,
  ecsService,
  httpEndpoint,
}
