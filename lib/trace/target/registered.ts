import { unreadHolders } from '@/lib/network/holders'
import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import type { Outcome } from '../trace'

export const registered = defineCheck(
  'target.registered',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html',
  {
    all: 'Every instance that {api} can call is there.',
    some: '{gone} of the {total} instances that {api} can call are gone: which one a call takes is chance.',
    'not-visible': 'Which of the {total} instances that {api} can call are there is not known.',
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
  const unread = unreadHolders(doc)
  if (unread.length > 0) return registered.unknown('not-visible', unread, [unavailable], parts)
  if (there === 0) return registered.fail('none', [unavailable], parts)
  return registered.unknown(
    'some',
    [{ resource: id, path: '/routes', why: 'notModelled', ask: 'Which instance does the call take?' }],
    [unavailable],
    parts,
  )
}
