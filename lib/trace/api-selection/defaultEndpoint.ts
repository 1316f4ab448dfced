import { holes } from '@/lib/network/holes'
import type { Api, Stage, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { forbidden } from '../outcome'

export const defaultEndpoint = defineCheck(
  'api-selection.default-endpoint',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
  {
    enabled: 'The default endpoint of {api} is on.',
    'not-visible': 'Whether the default endpoint of {api} is on is not known.',
    disabled:
      'The default endpoint of {api} is off: calls by its own name are refused. Call by a custom domain, or turn it on and deploy.',
    'not-documented':
      'The default endpoint of {api} is off. Whether that also refuses a call by {form} is not documented.',
  },
)

/** Takes effect with a deployment or an update of the stage, which keeps what it took over. */
export function defaultEndpointCheck(
  doc: TopologyDocument,
  id: string,
  api: Api,
  stage: Stage,
  form: 'own-name' | 'host' | 'header' | 'alias' | 'domain',
  at: string,
  stagePath: string,
): Finding {
  const gaps = holes(doc, id, at, stagePath)
  const disabled = stage.disableExecuteApiEndpoint ?? api.disableExecuteApiEndpoint ?? false
  const fill = { api: link(doc, id, '/disableExecuteApiEndpoint'), form: words[form] }
  const parts = {
    fact: disabled ? 'default off' : 'default on',
    fill,
    evidence: [{ resource: id, path: '/disableExecuteApiEndpoint', value: disabled }],
  }
  if (gaps.length > 0 && form !== 'domain')
    return defaultEndpoint.unknown('not-visible', gaps, shaped(api, undefined, forbidden), parts)
  if (!disabled || form === 'domain') return defaultEndpoint.pass('enabled', parts)
  const outcome = shaped(api, undefined, forbidden)
  if (form === 'own-name') return defaultEndpoint.fail('disabled', outcome, parts)
  const ask = `Does a disabled default endpoint refuse a call by ${words[form]}?`
  return defaultEndpoint.unknown(
    'not-documented',
    [{ resource: id, path: '/disableExecuteApiEndpoint', why: 'notModelled', ask }],
    outcome,
    parts,
  )
}

const words = {
  'own-name': 'its name',
  host: 'Host',
  header: 'x-apigw-api-id',
  alias: 'the alias',
  domain: 'the custom domain',
}
