import type { Policy } from '../policy'
import { policyRules } from '.'
import type { Remark, Setting } from './rule'

/** Remarks on a policy in the order of its text. */
export const validatePolicy = (policy: Policy, setting: Setting = {}): Remark[] =>
  policyRules
    .flatMap((rule) => rule.find(policy, setting).map((remark) => ({ ...remark, rule: rule.id })))
    .sort((a, b) => a.offset - b.offset)
