import { partitionName } from '@/lib/naming/arns'
import type { PolicyName } from '@/lib/policy/decide'
import type { Api } from '@/lib/topology/document'
import { shaped } from '../method/gatewayResponse'
import { distinct } from '../outcome'
import type { Outcome } from '../trace'

const kinds: Partial<Record<PolicyName, string>> = {
  endpoint: 'VPC endpoint policy',
  resource: 'resource-based policy',
  identity: 'identity-based policy',
}

/**
 * The text of a denial. The newer wording names the kind of policy
 * (https://github.com/mariotoffia/floci/blob/5405928453502e154b60c50a6f8e23de9f96a8a7/docs/design/resource-policy-enforcement.md);
 * whether other partitions than `aws` have it already is not known, so the older one
 * (https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden) stands beside it there.
 */
export function denial(who: string, maskedArn: string, region: string, policy: PolicyName, explicit: boolean): Outcome {
  const base = `User: ${who} is not authorized to perform: execute-api:Invoke on resource: ${maskedArn}`
  const kind = kinds[policy] ?? 'resource-based policy'
  const newer = explicit
    ? ` with an explicit deny in ${article(kind)} ${kind}`
    : ` because no ${kind} allows the execute-api:Invoke action`
  const older = explicit ? ' with an explicit deny' : ''
  const outcome: Outcome = {
    kind: 'response',
    status: 403,
    errorType: 'AccessDeniedException',
    body: said(base + newer),
  }
  return partitionName(region) === 'aws' ? outcome : { ...outcome, bodyAlso: [said(base + older)] }
}

const article = (kind: string) => (/^[aeiou]/i.test(kind) ? 'an' : 'a')

const said = (text: string) => `{"Message":"${text}"}`

/** Whether an API's own ACCESS_DENIED answer shapes a policy's denial is not measured: either may come. */
export function deniedBy(api: Api, outcome: Outcome): Outcome[] {
  const custom = shaped(api, 'ACCESS_DENIED', outcome)
  return distinct([outcome, ...custom])
}
