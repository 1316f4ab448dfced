import { redeployed } from '../change'
import type { Part } from '../part'
import { account2EndpointId, account2Vpc, account2VpcId } from '../pieces/account2Vpc'
import { onlyFromVpcs } from '../pieces/policies'
import { privateApiId } from '../pieces/privateApi'
import { providerEndpointId } from '../pieces/providerEndpoint'
import { providerVpcId } from '../pieces/providerVpc'
import type { Setting } from '../setting'
import { privateApiChain } from './privateApi'

/** The private API called from a VPC of another account through that VPC's own endpoint; redeployed, as the guide does. */
export const crossAccountChain = (setting: Setting): Part =>
  redeployed({ ...privateApiChain(setting), ...account2Vpc(setting) }, privateApiId, 'p1d002', (saved) => ({
    ...saved,
    endpointConfiguration: { type: 'PRIVATE', vpcEndpointIds: [providerEndpointId, account2EndpointId] },
    policy: onlyFromVpcs(setting, privateApiId, [providerVpcId, account2VpcId]),
  }))
