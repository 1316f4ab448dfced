import type { Part } from '../part'
import type { Setting } from '../setting'

/** Owns every API of the chains. */
export const account1 = '111122223333'
export const account2 = '444455556666'

export const providerAccount = (setting: Setting): Part => ({ [account1]: account(setting, account1, 'provider') })

export const secondAccount = (setting: Setting): Part => ({ [account2]: account(setting, account2, 'account 2') })

// Only in China does AWS ask for an ICP licence (https://docs.amazonaws.cn/en_us/aws/latest/userguide/api-gateway.html).
const account = ({ partition }: Setting, accountId: string, name: string) => ({
  kind: 'account' as const,
  name,
  accountId,
  ...(partition.name === 'aws-cn' ? { icpLicence: true } : {}),
})
