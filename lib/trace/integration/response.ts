import type { Api, Integration, Method, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { internalServerError, networkError, status, timedOut } from '../outcome'
import type { Outcome } from '../trace'
import type { ApiCall } from '../walk/next'

export const response = defineCheck(
  'integration.response',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-integration-settings-integration-response.html',
  {
    'none-fits':
      'The backend answers{status}, but no integration response of {api} fits and none is the default, so the caller sees an error of the gateway. Add a default integration response.',
    undeclared:
      'The backend answers{status}, but the method of {api} declares no method response for what the integration makes of it, so the caller sees an error of the gateway. Declare it.',
  },
)

/** What the backend answered is lost where a non-proxy integration has no response for it: a refusal of the gateway's own. */
export function responseCheck(
  doc: TopologyDocument,
  call: ApiCall,
  method: Method,
  integration: Integration,
  answered: Outcome[],
  at: string,
): Finding | undefined {
  if (integration.type !== 'HTTP' || answered.length === 0) return undefined
  const chosen = answered.flatMap((outcome) => fitting(integration, outcome))
  if (chosen.some(([code]) => declares(method, code))) return undefined
  const { status: code } = answered[0] ?? {}
  const path = `${at}/integration/integrationResponses`
  return response.fail(
    chosen.length === 0 ? 'none-fits' : 'undeclared',
    shaped(call.api, 'API_CONFIGURATION_ERROR', internalServerError),
    {
      fact: 'no response',
      fill: { api: link(doc, call.id), status: code === undefined ? '' : ` ${code}` },
      evidence: [{ resource: call.id, path, value: integration.integrationResponses }],
    },
  )
}

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
  const chosen = fitting(integration, outcome)
  if (chosen.length === 0) return shaped(api, 'API_CONFIGURATION_ERROR', internalServerError)
  return chosen.flatMap(([code, entry]) => {
    if (!declares(method, code)) return shaped(api, 'API_CONFIGURATION_ERROR', internalServerError)
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

type Entry = [code: string, response: NonNullable<Integration['integrationResponses']>[string]]

/** The integration responses that may take an answer; all of them where its status is not known. */
function fitting(integration: Integration, { status: code }: Outcome): Entry[] {
  const entries = Object.entries(integration.integrationResponses ?? {})
  const isDefault = (pattern: string | undefined) => pattern === undefined || pattern === ''
  if (code === undefined && entries.length > 0) return entries
  const own = entries.filter(
    ([, e]) => !isDefault(e.selectionPattern) && matches(e.selectionPattern ?? '', String(code)),
  )
  return own.length > 0 ? own : entries.filter(([, e]) => isDefault(e.selectionPattern))
}

const declares = (method: Method, code: string) =>
  method.methodResponses === undefined || Object.hasOwn(method.methodResponses, code)

function matches(pattern: string, code: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(code)
  } catch {
    return false
  }
}
