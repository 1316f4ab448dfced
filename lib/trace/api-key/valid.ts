import { holes } from '@/lib/network/holes'
import { usagePlans } from '@/lib/network/perDocument'
import type { Method, TopologyDocument } from '@/lib/topology/document'
import { completeFor } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { forbidden } from '../outcome'
import type { ApiCall } from '../walk/next'
import { sha256 } from './sha256'

export const valid = defineCheck(
  'api-key.valid',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  {
    'not-required': '{api} asks for no API key here.',
    missing: '{api} asks for an API key here, and the call sends none. Send x-api-key.',
    'no-plan':
      '{api} asks for an API key here, and no usage plan with a key covers stage {stage}. Add the stage to the plan of the key.',
    valid: 'The key that the call sends is enabled and in a usage plan for stage {stage} of {api}.',
    'other-key': 'The key that the call sends is none that is enabled in a usage plan for stage {stage} of {api}.',
    unknown:
      'Whether the key that the call sends is one of the usage plan for stage {stage} of {api} is not known: keys are secrets, and only a hash could be compared.',
    'from-authorizer': 'Which key the authorizer of {api} gives is not known.',
  },
)

/** Stands for a value that was not kept: what it is nobody knows. */
export const maskedValue = '(masked)'

/** A key counts when it is enabled and in a plan that lists the stage; one that is missing is refused like a wrong one. */
export function validCheck(doc: TopologyDocument, call: ApiCall, method: Method, at: string): Finding {
  const fill = { api: link(doc, call.id), stage: call.stage }
  if (!method.apiKeyRequired) return valid.pass('not-required', { fact: 'no key asked', fill })
  const refusal = shaped(call.api, 'INVALID_API_KEY', forbidden)
  const gap = (ask: string) => [{ resource: call.id, path: '/apiKeySource', why: 'masked' as const, ask }]
  const hidden = holes(doc, call.id, `${call.snapshot}/apiKeySource`)
  if (hidden.length > 0) return valid.unknown('from-authorizer', hidden, refusal, { fact: 'key not known', fill })
  if (call.api.apiKeySource === 'AUTHORIZER')
    return valid.unknown('from-authorizer', gap('Which key does the authorizer give?'), refusal, {
      fact: 'key not known',
      fill,
    })
  const sent = call.conn.headers.find((h) => h.name.toLowerCase() === 'x-api-key')?.value
  const asked = { resource: call.id, path: `${at}/apiKeyRequired`, value: true }
  if (!sent) return valid.fail('missing', refusal, { fact: 'no key', fill, evidence: [asked] })
  const plans = usagePlans(doc).filter(([, plan]) =>
    plan.apiStages.some((s) => s.restApi === call.id && s.stage === call.stage),
  )
  const keys = plans.flatMap(([, plan]) => plan.apiKeys.filter((key) => key.enabled))
  const unread = usagePlans(doc).flatMap(([plan]) => holes(doc, plan, '/apiStages', '/apiKeys'))
  if (unread.length > 0) return valid.unknown('unknown', unread, refusal, { fact: 'key not known', fill })
  const looked = completeFor(doc, 'usagePlan', { account: doc.resources[call.id]?.account })
  const listed = plans.map(([id, plan]) => ({ resource: id, path: '/apiStages', value: plan.apiStages }))
  const evidence = [asked, ...listed]
  const parts = { fill, evidence }
  if (keys.length === 0 && looked.known) return valid.fail('no-plan', refusal, { ...parts, fact: 'no plan' })
  const hash = sha256(sent)
  if (keys.some((key) => key.valueHash === hash)) return valid.pass('valid', { ...parts, fact: 'key' })
  if (looked.known && sent !== maskedValue && keys.every((key) => key.valueHash !== undefined))
    return valid.fail('other-key', refusal, { ...parts, fact: 'other key' })
  const missing = looked.known ? gap('Is the key that the call sends one of the plan?') : looked.missing
  return valid.unknown('unknown', missing, refusal, { ...parts, fact: 'key not known' })
}
