import type { Kind } from '@/lib/topology/kinds'

/** The kinds that a private chain is drawn from, in the order of the palette. */
export const chainKinds: readonly Kind[] = [
  'restApi',
  'vpcLink',
  'loadBalancer',
  'vpcEndpoint',
  'targetGroup',
  'ecsService',
  'instance',
  'securityGroup',
  'vpc',
]
