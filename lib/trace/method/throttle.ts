import { holes } from '@/lib/network/holes'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { defineCheck, type Finding, link } from '../check'
import { tooManyRequests } from '../outcome'
import type { ApiCall } from '../walk/next'
import { shaped } from './gatewayResponse'

export const throttle = defineCheck(
  'method.throttle',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  {
    open: 'Stage {stage} lets calls of {method} pass.',
    'not-visible': 'Whether stage {stage} throttles {method} is not known.',
    closed: 'Stage {stage} throttles {method} to nothing: its rate or burst is 0. Raise both.',
  },
)

/** A rate or burst of 0 refuses every call; how full any other is cannot be told beforehand. */
export function throttleCheck(doc: TopologyDocument, call: ApiCall, resourcePath: string, method: string): Finding {
  const gaps = holes(doc, call.id, pointer(['stages', call.stage, 'methodSettings']))
  const settings = resourceOf(doc, call.id, 'restApi')?.stages[call.stage]?.methodSettings ?? {}
  const encoded = resourcePath.replaceAll('~', '~0').replaceAll('/', '~1')
  const keys = [`${encoded}/${method}`, `${resourcePath.slice(1)}/${method}`, `${resourcePath}/${method}`, '*/*']
  const key = keys.find((k) => settings[k] !== undefined)
  const setting = key === undefined ? undefined : settings[key]
  const fill = { stage: call.stage, method: link(doc, call.id, '/stages') }
  if (gaps.length > 0)
    return throttle.unknown('not-visible', gaps, shaped(call.api, 'THROTTLED', tooManyRequests), {
      fact: 'not known',
      fill,
    })
  const closed = setting?.throttlingRateLimit === 0 || setting?.throttlingBurstLimit === 0
  if (!closed || key === undefined) return throttle.pass('open', { fact: 'not throttled', fill })
  const evidence = [{ resource: call.id, path: pointer(['stages', call.stage, 'methodSettings', key]), value: setting }]
  return throttle.fail('closed', shaped(call.api, 'THROTTLED', tooManyRequests), { fact: 'throttled', fill, evidence })
}
