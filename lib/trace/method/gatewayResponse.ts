import type { Api } from '@/lib/topology/document'
import { distinct } from '../outcome'
import type { Outcome } from '../trace'

/** What a stage serves. `mayShape`: its gateway responses could not be read, and these stand on the saved API. */
export type ServedApi = Api & { mayShape?: Api['gatewayResponses'] }

/**
 * What an API makes of the gateway's own answers. The entry of the type wins over DEFAULT_4XX and DEFAULT_5XX; answers
 * from before the API is known cannot be changed
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html).
 * `type` undefined: not customisable.
 */
export function shaped(api: ServedApi, type: string | undefined, outcome: Outcome): Outcome[] {
  const { mayShape, ...rest } = api
  if (mayShape) return distinct([outcome, ...shaped({ ...rest, gatewayResponses: mayShape }, type, outcome)])
  if (type === undefined || outcome.kind !== 'response' || !api.gatewayResponses) return [outcome]
  const fallback = (outcome.status ?? 0) >= 500 ? 'DEFAULT_5XX' : 'DEFAULT_4XX'
  const own = api.gatewayResponses[type] ?? api.gatewayResponses[fallback]
  if (!own) return [outcome]
  const template = own.responseTemplates?.['application/json'] ?? Object.values(own.responseTemplates ?? {})[0]
  const { body: _body, bodyAlso: _also, ...plain } = outcome
  const answered: Outcome = { ...plain, status: own.statusCode ?? outcome.status }
  if (template === undefined) return [{ ...outcome, status: answered.status }]
  const body = filled(template, messageOf(outcome.body))
  return [body === undefined ? answered : { ...answered, body }]
}

/** A template with other variables than the message cannot be told beforehand. */
function filled(template: string, message: string | undefined): string | undefined {
  if (message === undefined && template.includes('$context.error.message')) return undefined
  const text = template
    .replaceAll('$context.error.messageString', JSON.stringify(message ?? ''))
    .replaceAll('$context.error.message', message ?? '')
  return text.includes('$') || text.includes('#') ? undefined : text
}

function messageOf(body: string | undefined): string | undefined {
  return /^\{"[Mm]essage": ?"(.*)"\}$/.exec(body ?? '')?.[1]
}
