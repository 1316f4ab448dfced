import type { Part } from '../part'
import { providerAccount } from '../pieces/accounts'
import { fargate } from '../pieces/fargate'
import { providerVpc } from '../pieces/providerVpc'
import type { Setting } from '../setting'

/** Client, internal NLB, Fargate service: what every chain of the guide ends in. */
export const nlbFargate = (setting: Setting): Part => ({
  ...providerAccount(setting),
  ...providerVpc(setting),
  ...fargate(setting),
})
