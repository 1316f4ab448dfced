import { type PolicyRule, whole } from './rule'

/**
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html (can be
 * raised), https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html (white space counts).
 */
const quotas = { resource: 8192, endpoint: 20_480 } as const

export const size: PolicyRule = {
  id: 'size',
  find(policy) {
    const quota = policy.kind === 'resource' || policy.kind === 'endpoint' ? quotas[policy.kind] : undefined
    // White space of an API's policy is not kept.
    const length = policy.kind === 'resource' ? compact(policy.text).length : policy.text.length
    if (quota === undefined || length <= quota * 0.9) return []
    const over = length > quota
    const sentence = over
      ? `The policy has ${length} characters; the quota is ${quota}.`
      : `The policy has ${length} of ${quota} characters.`
    return [{ ...whole(policy), severity: over ? 'error' : 'info', sentence }]
  },
}

const compact = (text: string): string => text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, quoted?: string) => quoted ?? '')
