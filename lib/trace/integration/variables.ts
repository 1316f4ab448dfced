import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { internalServerError } from '../outcome'
import type { ApiCall } from '../walk/next'

export const variables = defineCheck(
  'integration.variables',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/aws-api-gateway-stage-variables-reference.html',
  {
    address: 'The integration of {api} calls {uri}.',
    undefined:
      'The uri of the integration uses the stage variable {names}, which stage {stage} of {api} lacks: the address is none. Set it.',
    'no-address': 'The uri of the integration of {api} is {uri}, which is no address.',
  },
)

/** A variable that the stage lacks becomes empty text, and the address with it. */
export function variablesCheck(
  doc: TopologyDocument,
  call: ApiCall,
  uri: string,
  absent: string[],
  valid: boolean,
  at: string,
): Finding {
  const fill = { api: link(doc, call.id), uri, names: absent.join(' and '), stage: call.stage }
  const evidence = [{ resource: call.id, path: `${at}/integration/uri`, value: uri }]
  const refusal = shaped(call.api, 'API_CONFIGURATION_ERROR', internalServerError)
  if (absent.length > 0 && !valid) return variables.fail('undefined', refusal, { fact: 'no variable', fill, evidence })
  if (!valid) return variables.fail('no-address', refusal, { fact: 'no address', fill, evidence })
  return variables.pass('address', { fact: 'uri', fill, evidence })
}
