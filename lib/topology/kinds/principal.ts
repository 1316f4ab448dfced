import { z } from 'zod'
import { base, policy } from '../field'

/** An IAM identity that signs calls; `arn` names it (role, user or assumed-role session). */
export const principal = z.looseObject({
  kind: z.literal('principal'),
  ...base,
  identityPolicies: z.array(policy()),
  permissionsBoundary: policy().optional(),
  sessionPolicies: z.array(policy()).optional(),
  organizationId: z.string().optional(),
})
