import type { At, Policy } from '../policy'

/** A remark on a policy, with its place in the text. */
export interface Remark extends At {
  severity: 'error' | 'warning' | 'info'
  rule: string
  sentence: string
  /** What to write there instead. */
  suggestion?: string
}

/** What is known about the thing that the policy belongs to; what is absent is not checked. */
export interface Setting {
  partition?: string
  region?: string
  accountId?: string
  /** Of a resource policy: the API it belongs to. */
  apiId?: string
  /** Whether calls come through VPC endpoints only. */
  private?: boolean
  /** Ids of VPCs and endpoints that exist. */
  knownIds?: ReadonlySet<string>
}

/** One rule. It finds; the words of the remark are its own. */
export interface PolicyRule {
  id: string
  find(policy: Policy, setting: Setting): Omit<Remark, 'rule'>[]
}

export const place = ({ at, offset, length }: At): At => ({ at, offset, length })
export const whole = (policy: Policy): At => ({ at: '', offset: 0, length: policy.text.length })
