import type { Part } from '../part'
import type { Setting } from '../setting'
import { account1 } from './accounts'

export const fargateLink = 't0f7wl'

/** A VPC link of version 1: to one NLB, its endpoint service and connection available. */
export const vpcLink = ({ region }: Setting, id: string, name: string, target: string): Part => ({
  [id]: {
    kind: 'vpcLink',
    name,
    physicalId: id,
    account: account1,
    region,
    version: 'V1',
    target,
    status: 'AVAILABLE',
    endpointConnection: 'available',
  },
})
