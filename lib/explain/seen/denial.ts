/** What a denial of a policy says of itself. */
export interface Denial {
  policy: 'resource' | 'endpoint' | 'identity' | 'unnamed'
  how: 'explicit' | 'implicit'
  anonymous: boolean
  api?: string
  stage?: string
  method?: string
  path?: string
}

const arn = /arn:[\w-]+:execute-api:[\w-]*:[\d*]*:(\w+)\/([^/\s]+)\/([A-Z*]+)(\/[^\s"]*)?/

/**
 * The words of a denial. Older texts do not name the policy:
 * https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden
 */
export function denialOf(message: string): Denial {
  const how = /explicit deny/i.test(message) ? 'explicit' : 'implicit'
  const policy = /VPC endpoint policy/i.test(message)
    ? 'endpoint'
    : /resource-based policy/i.test(message)
      ? 'resource'
      : /identity-based policy|permissions boundary|session policy|service control policy/i.test(message)
        ? 'identity'
        : 'unnamed'
  const [, api, stage, method, path] = arn.exec(message) ?? []
  return {
    policy,
    how,
    anonymous: /User: anonymous\b/.test(message),
    ...(api === undefined ? {} : { api }),
    ...(stage === undefined ? {} : { stage }),
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
  }
}
