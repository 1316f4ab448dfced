import { holes } from '@/lib/network/holes'
import type { Method, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { badRequest, status } from '../outcome'
import type { ApiCall } from '../walk/next'
import { fitsSchema } from './schema'

export const body = defineCheck(
  'request-validation.body',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
  {
    'not-visible': 'What {api} checks here is not known.',
    'not-checked': '{api} checks no body of this type here.',
    'not-json': '{api} checks the body against a model, and it is no JSON.',
    'missing-property': '{api} requires {name} in the body, and it is not there.',
    mapped:
      'Whether the body fits the model {model} of {api} is not known: a template of the API in front makes another one of it.',
    differs: 'The body does not fit the model {model} of {api}.',
    'not-evaluated':
      'Whether the body fits the model {model} of {api} is not known: the model uses keywords that are not evaluated here.',
    fits: 'The body fits the model {model} of {api}.',
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
  if (call.conn.bodyMapped) {
    const ask = `Which body does the API in front send to ${call.id}?`
    const gap = { resource: call.id, path: `${call.snapshot}/models`, why: 'notModelled' as const, ask }
    return body.unknown('mapped', [gap], refusal, { fact: 'body not known', fill })
  }
  const value = parsed(sent ?? '')
  if (value === undefined) return body.fail('not-json', refusal, { fact: 'no JSON', fill })
  const schema = parsed(call.api.models?.[model] ?? '')
  const name = absentFrom(schema, value)
  if (name !== undefined)
    return body.fail('missing-property', refusal, { fact: 'body differs', fill: { ...fill, name } })
  const fits = fitsSchema(schema, value)
  if (fits === false) return body.fail('differs', refusal, { fact: 'body differs', fill })
  if (fits) return body.pass('fits', { fact: 'body fits', fill })
  const ask = `Does the body fit the model ${model}?`
  return body.unknown(
    'not-evaluated',
    [{ resource: call.id, path: `${call.snapshot}/models`, why: 'notModelled', ask }],
    refusal,
    { fact: 'body not known', fill },
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The first required property that the body lacks: the most common fault, named. */
function absentFrom(schema: unknown, value: unknown): string | undefined {
  const listed = typeof schema === 'object' && schema !== null && 'required' in schema ? schema.required : undefined
  if (!Array.isArray(listed) || typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return listed.find((key) => typeof key === 'string' && !Object.hasOwn(value, key))
}
