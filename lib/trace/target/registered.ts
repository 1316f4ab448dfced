import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import type { Outcome } from '../trace'

export const registered = defineCheck(
  'target.registered',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html',
  {
    all: 'Every instance that {api} can call is there.',
    some: '{gone} of the {total} instances that {api} can call are gone: which one a call takes is chance.',
    none: 'No instance that {api} can call is there.',
  },
)

const unavailable: Outcome = { kind: 'response', status: 503, body: '{"message":"Service Unavailable"}' }

/** A service registry keeps instances whose task is gone. */
export function registeredCheck(doc: TopologyDocument, id: string, total: number, there: number): Finding {
  const parts = {
    fact: `${there}/${total} there`,
    fill: { api: link(doc, id, '/routes'), gone: String(total - there), total: String(total) },
  }
  if (there === total) return registered.pass('all', parts)
  if (there === 0) return registered.fail('none', [unavailable], parts)
  return registered.unknown(
    'some',
    [{ resource: id, path: '/routes', why: 'notModelled', ask: 'Which instance does the call take?' }],
    [unavailable],
    parts,
  )
}
