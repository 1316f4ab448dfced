import type { Integration, Method, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { internalServerError } from '../outcome'
import type { Outcome } from '../trace'
import type { ApiCall } from '../walk/next'

export const mock = defineCheck(
  'integration.mock',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html',
  {
    answers: '{api} answers itself (MOCK) with {status}.',
    'no-status':
      '{api} answers itself (MOCK), but its request template gives no statusCode, so the call fails. Add {"statusCode": 200} to the template for application/json.',
    'not-evaluated':
      'The request template of {api} (MOCK) works out its statusCode, which is not evaluated here: which response follows is not known.',
    'no-response': '{api} answers itself (MOCK), but no integration response fits. Add a default one.',
  },
)

/** The request template gives a status, which picks the integration response. */
export function mockAnswer(
  doc: TopologyDocument,
  call: ApiCall,
  method: Method,
  integration: Integration,
): { finding: Finding; answer?: Outcome } {
  const template = integration.requestTemplates?.['application/json'] ?? ''
  const refusal = shaped(call.api, 'API_CONFIGURATION_ERROR', internalServerError)
  const wanted = /["']?statusCode["']?\s*:\s*(\d{3})/.exec(template)?.[1]
  if (wanted === undefined) return { finding: withoutStatus(doc, call, template, refusal) }
  const entries = Object.entries(integration.integrationResponses ?? {})
  const fits = (pattern: string | undefined) =>
    pattern !== undefined && pattern !== '' && new RegExp(`^(?:${pattern})$`).test(wanted)
  const chosen = entries.find(([, e]) => fits(e.selectionPattern)) ?? entries.find(([, e]) => !e.selectionPattern)
  const declared = chosen && (!method.methodResponses || Object.hasOwn(method.methodResponses, chosen[0]))
  const code = chosen?.[0] ?? wanted
  const fill = { api: link(doc, call.id), status: code }
  // Drawn without any response: the template's status is what is meant.
  if (entries.length > 0 && !declared)
    return { finding: mock.fail('no-response', refusal, { fact: 'no response', fill }) }
  const body = Object.values(chosen?.[1].responseTemplates ?? {})[0]
  const plain = body !== undefined && !/[$#]/.test(body) ? { body } : {}
  return {
    finding: mock.pass('answers', { fact: `MOCK ${code}`, fill }),
    answer: { kind: 'response', status: Number(code), ...plain },
  }
}

/** Without a status nothing answers; one that the template works out is not read here. */
function withoutStatus(doc: TopologyDocument, call: ApiCall, template: string, refusal: Outcome[]): Finding {
  const fill = { api: link(doc, call.id), status: '' }
  if (!template.includes('statusCode')) return mock.fail('no-status', refusal, { fact: 'no status', fill })
  const gap = {
    resource: call.id,
    path: call.snapshot,
    why: 'notModelled' as const,
    ask: `Which statusCode does the request template of ${call.id} give?`,
  }
  return mock.unknown('not-evaluated', [gap], refusal, { fact: 'status not known', fill })
}
