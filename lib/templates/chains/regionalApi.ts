import type { Part } from '../part'
import { fargateNlb } from '../pieces/fargate'
import { internetClient } from '../pieces/internetClient'
import { plainVpc } from '../pieces/plainVpc'
import { regionalApi } from '../pieces/regionalApi'
import { fargateLink, vpcLink } from '../pieces/vpcLink'
import type { Setting } from '../setting'
import { nlbFargate } from './nlbFargate'

/** A Regional API whose VPC link leads to the internal NLB; the provider VPC has no execute-api endpoint. */
export const regionalApiChain = (setting: Setting): Part => ({
  ...nlbFargate(setting),
  ...vpcLink(setting, fargateLink, 'web-app-fargate-vpclink', fargateNlb),
  ...regionalApi(setting),
  ...internetClient,
  ...plainVpc(setting),
})
