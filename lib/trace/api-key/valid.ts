import { usagePlans } from '@/lib/network/perDocument'
import type { Method, TopologyDocument } from '@/lib/topology/document'
import { completeFor } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { forbidden } from '../outcome'
import type { ApiCall } from '../walk/next'

export const valid = defineCheck(
  'api-key.valid',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  {
    'not-required': '{api} asks for no API key here.',
    missing: '{api} asks for an API key here, and the call sends none. Send x-api-key.',
    'no-plan':
      '{api} asks for an API key here, and no usage plan with a key covers stage {stage}. Add the stage to the plan of the key.',
    unknown:
      'Whether the key that the call sends is one of the usage plan for stage {stage} of {api} is not known: keys are secrets, and only a hash could be compared.',
    'from-authorizer': 'Which key the authorizer of {api} gives is not known.',
  },
)

/** A key counts when it is enabled and in a plan that lists the stage; one that is missing is refused like a wrong one. */
export function validCheck(doc: TopologyDocument, call: ApiCall, method: Method): Finding {
  const fill = { api: link(doc, call.id), stage: call.stage }
  if (!method.apiKeyRequired) return valid.pass('not-required', { fact: 'no key asked', fill })
  const refusal = shaped(call.api, 'INVALID_API_KEY', forbidden)
  const gap = (ask: string) => [{ resource: call.id, path: '/apiKeySource', why: 'masked' as const, ask }]
  if (call.api.apiKeySource === 'AUTHORIZER')
    return valid.unknown('from-authorizer', gap('Which key does the authorizer give?'), refusal, {
      fact: 'key not known',
      fill,
    })
  const sent = call.conn.headers.some((h) => h.name.toLowerCase() === 'x-api-key' && h.value !== '')
  if (!sent) return valid.fail('missing', refusal, { fact: 'no key', fill })
  const plans = usagePlans(doc).filter(([, plan]) =>
    plan.apiStages.some((s) => s.restApi === call.id && s.stage === call.stage),
  )
  const some = plans.some(([, plan]) => plan.apiKeys.some((key) => key.enabled))
  const looked = completeFor(doc, 'usagePlan', { account: doc.resources[call.id]?.account })
  const evidence = plans.map(([id, plan]) => ({ resource: id, path: '/apiStages', value: plan.apiStages }))
  if (!some && looked.known) return valid.fail('no-plan', refusal, { fact: 'no plan', fill, evidence })
  return valid.unknown(
    'unknown',
    looked.known ? gap('Is the key that the call sends one of the plan?') : looked.missing,
    refusal,
    { fact: 'key not known', fill, evidence },
  )
}
