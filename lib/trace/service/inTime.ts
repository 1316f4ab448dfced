import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { timeout } from '../outcome'

export const inTime = defineCheck('service.in-time', 'https://curl.se/docs/manpage.html', {
  'too-slow': '{service} answers after {takes} ms, and the caller gives up after {waits} ms (-m). Let it wait longer.',
})

/** The caller's own limit for the whole call (`-m`); only a stated delay can be compared with it. */
export function inTimeCheck(
  doc: TopologyDocument,
  id: string,
  takesMs: number,
  maxTime: number | undefined,
): { finding: Finding; waits: number } | undefined {
  if (maxTime === undefined || maxTime <= 0 || takesMs <= maxTime * 1000) return undefined
  const waits = maxTime * 1000
  const fill = { service: link(doc, id, '/software'), takes: String(takesMs), waits: String(waits) }
  return { finding: inTime.fail('too-slow', [timeout], { fact: 'too slow', fill }), waits }
}
