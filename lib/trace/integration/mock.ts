import type { Integration, Method, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { internalServerError } from '../outcome'
import type { Outcome } from '../trace'
import type { ApiCall } from '../walk/next'

export const mock = defineCheck(
  'integration.mock',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html',
  {
    answers: '{api} answers itself (MOCK) with {status}.',
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
  const wanted = /["']?statusCode["']?\s*:\s*(\d{3})/.exec(template)?.[1]
  const entries = Object.entries(integration.integrationResponses ?? {})
  const fits = (pattern: string | undefined) =>
    wanted !== undefined && pattern !== undefined && pattern !== '' && new RegExp(`^(?:${pattern})$`).test(wanted)
  const chosen = entries.find(([, e]) => fits(e.selectionPattern)) ?? entries.find(([, e]) => !e.selectionPattern)
  const declared = chosen && (!method.methodResponses || Object.hasOwn(method.methodResponses, chosen[0]))
  const code = chosen?.[0] ?? wanted
  const fill = { api: link(doc, call.id), status: code ?? '' }
  // Drawn without any response: the template's status is what is meant.
  if (entries.length > 0 && !declared)
    return { finding: mock.fail('no-response', [internalServerError], { fact: 'no response', fill }) }
  const body = Object.values(chosen?.[1].responseTemplates ?? {})[0]
  const plain = body !== undefined && !/[$#]/.test(body) ? { body } : {}
  return {
    finding: mock.pass('answers', { fact: `MOCK ${code ?? ''}`.trim(), fill }),
    answer: { kind: 'response', ...(code === undefined ? {} : { status: Number(code) }), ...plain },
  }
}
