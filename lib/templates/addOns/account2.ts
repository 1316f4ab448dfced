import type { Part } from '../part'
import { account2Vpc } from '../pieces/account2Vpc'
import type { Setting } from '../setting'

/** Account 2's VPC, endpoint and client; the private API does not know of them. */
export const account2 = (part: Part, setting: Setting): Part => ({ ...part, ...account2Vpc(setting) })
