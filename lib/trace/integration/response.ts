import type { Api, Integration, Method } from '@/lib/topology/document'
import { shaped } from '../method/gatewayResponse'
import { internalServerError, networkError, status, timedOut } from '../outcome'
import type { Outcome } from '../trace'

/**
 * What the caller of an API sees of what lies behind its integration. Causes behind a VPC link cannot be told apart:
 * one page says 500 (https://repost.aws/knowledge-center/api-gateway-500-error-vpc), the table of responses 504
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html).
 */
export function behind(api: Api, method: Method, integration: Integration, link: 'V1' | 'V2' | undefined) {
  const failure = (outcome: Outcome) =>
    shaped(
      api,
      outcome.status === 504
        ? outcome === timedOut
          ? 'INTEGRATION_TIMEOUT'
          : 'INTEGRATION_FAILURE'
        : 'API_CONFIGURATION_ERROR',
      outcome,
    )
  return (outcome: Outcome): Outcome[] => {
    if (outcome.kind === 'response')
      return integration.type === 'HTTP' ? mapped(api, method, integration, outcome) : [outcome]
    return networkFailure(outcome, link).flatMap(failure)
  }
}

function networkFailure(outcome: Outcome, link: 'V1' | 'V2' | undefined): Outcome[] {
  // The name or the authority of a certificate: certain, also behind a link.
  if (outcome.kind === 'tls' && outcome.curlExitCode === 60) return [internalServerError]
  if (link === 'V2') return [internalServerError, networkError, timedOut, status(503)]
  if (link === 'V1')
    return outcome.curlExitCode === 56
      ? [networkError, internalServerError]
      : [internalServerError, networkError, timedOut]
  switch (outcome.kind) {
    case 'refused':
      return [networkError]
    case 'timeout':
      return [networkError, timedOut]
    case 'dns':
      return [internalServerError, networkError]
    default:
      return [internalServerError, networkError, timedOut]
  }
}

/**
 * A non-proxy integration answers by its integration responses: the pattern that fits the backend's status, else the
 * default one. With a default alone every refusal behind it comes out as that status
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-integration-settings-integration-response.html).
 */
function mapped(api: Api, method: Method, integration: Integration, outcome: Outcome): Outcome[] {
  const entries = Object.entries(integration.integrationResponses ?? {})
  const isDefault = (pattern: string | undefined) => pattern === undefined || pattern === ''
  const fitting =
    outcome.status === undefined
      ? entries
      : entries.filter(
          ([, e]) => !isDefault(e.selectionPattern) && matches(e.selectionPattern ?? '', String(outcome.status)),
        )
  const chosen = fitting.length > 0 ? fitting : entries.filter(([, e]) => isDefault(e.selectionPattern))
  if (chosen.length === 0) return shaped(api, 'API_CONFIGURATION_ERROR', internalServerError)
  return chosen.flatMap(([code, entry]) => {
    if (method.methodResponses && !Object.hasOwn(method.methodResponses, code))
      return shaped(api, 'API_CONFIGURATION_ERROR', internalServerError)
    const template = Object.values(entry.responseTemplates ?? {}).find((text) => text !== '')
    const body = template === undefined ? outcome.body : undefined
    return [
      {
        kind: 'response' as const,
        status: Number(code),
        ...(body === undefined ? {} : { body }),
        ...(template === undefined && outcome.bodyAlso ? { bodyAlso: outcome.bodyAlso } : {}),
      },
    ]
  })
}

function matches(pattern: string, code: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(code)
  } catch {
    return false
  }
}
