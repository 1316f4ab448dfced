import type { Integration, TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { shaped } from '../method/gatewayResponse'
import { timedOut } from '../outcome'
import type { ApiCall } from '../walk/next'

export const timeout = defineCheck(
  'integration.timeout',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html',
  {
    'too-slow':
      'The backend answers after {takes} ms, and the integration of {api} waits {waits} ms. Make it answer sooner, or wait longer and deploy.',
  },
)

const defaultMs = 29_000

/** Only a stated delay can be compared; without a statement a backend is taken to answer at once. */
export function timeoutCheck(
  doc: TopologyDocument,
  call: ApiCall,
  integration: Integration,
  takesMs: number,
  at: string,
): { finding: Finding; waits: number } | undefined {
  const waits = integration.timeoutInMillis ?? defaultMs
  if (takesMs <= waits) return undefined
  const fill = { api: link(doc, call.id), takes: String(takesMs), waits: String(waits) }
  const finding = timeout.fail(
    'too-slow',
    shaped(call.api, 'INTEGRATION_TIMEOUT', { ...timedOut, failsAfterMs: waits }),
    {
      fact: 'too slow',
      fill,
      evidence: [{ resource: call.id, path: `${at}/integration/timeoutInMillis`, value: integration.timeoutInMillis }],
    },
  )
  return { finding, waits }
}
