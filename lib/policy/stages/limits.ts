import type { PolicyName } from '../decide'
import type { Question } from '../question'
import type { Side } from '../side'
import { both, either, MAYBE, NO, type Tri, YES } from '../tri'
import { side } from './stage'

const limiting = ['boundary', 'session'] as const satisfies readonly PolicyName[]

/**
 * A permissions boundary and session policies allow nothing by themselves: what identity policies allow counts only as
 * far as each of them allows it too, and a Deny in them denies
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html).
 */
export function limited(question: Question, identity: Side): { identity: Side; limit: Tri } {
  const limits = limiting.filter((name) => question.documents[name].length > 0).map((name) => side(question, name))
  if (limits.length === 0) return { identity, limit: YES }
  const limit = limits.map((l) => l.direct).reduce(both, YES)
  const silent = limits.find((l) => l.direct === NO)?.policy
  return {
    limit,
    identity: {
      policy: silent ?? identity.policy,
      direct: both(identity.direct, limit),
      account: NO,
      deny: limits.map((l) => l.deny).reduce(either, identity.deny),
      allows: limit === NO ? [] : [identity, ...limits].flatMap((l) => l.allows),
      denies: [identity, ...limits].flatMap((l) => l.denies),
      gaps: [identity, ...limits].flatMap((l) => l.gaps),
    },
  }
}

/**
 * A resource policy that names the caller: whether a limit that does not allow the call holds against it depends on how
 * the caller is named, and AWS's page does not settle each way.
 */
export const despiteLimit = (resource: Side, limit: Tri): Side =>
  limit === YES || resource.direct === NO ? resource : { ...resource, direct: MAYBE }

export const limitRule = 'rule:resource-policy-despite-limit'
