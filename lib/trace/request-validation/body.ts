import { holes } from '@/lib/network/holes'
import type { Method, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { badRequest, status } from '../outcome'
import type { ApiCall } from '../walk/next'

export const body = defineCheck(
  'request-validation.body',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
  {
    'not-visible': 'What {api} checks here is not known.',
    'not-checked': '{api} checks no body of this type here.',
    'not-json': '{api} checks the body against a model, and it is no JSON.',
    'missing-property': '{api} requires {name} in the body, and it is not there.',
    'not-evaluated':
      'Whether the body fits the model {model} of {api} is not known: only required properties are compared.',
    fits: 'The body has what the model {model} of {api} requires.',
  },
)

/** The content type chooses the model; without a model for it nothing is checked. */
export function bodyCheck(
  doc: TopologyDocument,
  call: ApiCall,
  method: Method,
  at: string,
  sent: string | undefined,
): Finding {
  const validator = call.api.requestValidators?.[method.requestValidator ?? '']
  const type = call.conn.headers
    .find((h) => h.name.toLowerCase() === 'content-type')
    ?.value.split(';')[0]
    ?.trim()
  const model = validator?.body ? method.requestModels?.[type ?? 'application/json'] : undefined
  const fill = { api: link(doc, call.id), model: model ?? '', name: '' }
  const gaps = holes(doc, call.id, `${call.snapshot}/requestValidators`, `${call.snapshot}/models`)
  const own = holes(doc, call.id, `${at}/requestValidator`)
  if (own.length > 0) return body.unknown('not-visible', own, [status(400)], { fact: 'not known', fill })
  if (gaps.length > 0 && method.requestValidator !== undefined)
    return body.unknown('not-visible', gaps, [status(400)], { fact: 'not known', fill })
  if (model === undefined) return body.pass('not-checked', { fact: 'not validated', fill })
  const refusal = shaped(call.api, 'BAD_REQUEST_BODY', badRequest('Invalid request body'))
  const value = parsed(sent ?? '')
  if (value === undefined) return body.fail('not-json', refusal, { fact: 'no JSON', fill })
  const schema = parsed(call.api.models?.[model] ?? '')
  const required = listOf(schema, 'required')
  const name = required.find((key) => !isObject(value) || !Object.hasOwn(value, key))
  if (name !== undefined)
    return body.fail('missing-property', refusal, { fact: 'body differs', fill: { ...fill, name } })
  if (isSimple(schema)) return body.pass('fits', { fact: 'body fits', fill })
  const ask = `Does the body fit the model ${model}?`
  return body.unknown(
    'not-evaluated',
    [{ resource: call.id, path: `${call.snapshot}/models`, why: 'notModelled', ask }],
    refusal,
    { fact: 'body not known', fill },
  )
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const listOf = (schema: unknown, key: string): string[] => {
  const value = isObject(schema) ? schema[key] : undefined
  return Array.isArray(value) ? value.filter((v) => typeof v === 'string') : []
}

/** A schema that says no more than which properties must be there. */
const isSimple = (schema: unknown): boolean =>
  isObject(schema) &&
  Object.keys(schema).every((key) => ['$schema', 'title', 'description', 'required', 'type'].includes(key))
