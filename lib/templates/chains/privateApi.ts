import type { Part } from '../part'
import { fargateNlb } from '../pieces/fargate'
import { privateApi } from '../pieces/privateApi'
import { providerEndpoint } from '../pieces/providerEndpoint'
import { fargateLink, vpcLink } from '../pieces/vpcLink'
import { webpageEndpoint } from '../pieces/webpageEndpoint'
import type { Setting } from '../setting'
import { nlbFargate } from './nlbFargate'

/** A private API behind the provider VPC's endpoint. */
export const privateApiChain = (setting: Setting): Part => ({
  ...nlbFargate(setting),
  ...providerEndpoint(setting),
  ...vpcLink(setting, fargateLink, 'web-app-fargate-vpclink', fargateNlb),
  ...privateApi(setting),
  ...webpageEndpoint,
})
