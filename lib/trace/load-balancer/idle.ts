import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding, link } from '../check'
import { status } from '../outcome'

export const idle = defineCheck(
  'load-balancer.idle-timeout',
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
  {
    'too-slow':
      'The target answers after {takes} ms, and {balancer} closes a connection that is idle for {waits} ms. Make it answer sooner, or raise idle_timeout.timeout_seconds.',
  },
)

const key = 'idle_timeout.timeout_seconds'

/** An application load balancer gives its target 60 seconds, unless told otherwise, and then answers 504 itself. */
export function idleCheck(
  doc: TopologyDocument,
  id: string,
  takesMs: number,
): { finding: Finding; waits: number } | undefined {
  const attributes = resourceOf(doc, id, 'loadBalancer')?.attributes
  const set = Number(attributes?.[key] ?? '60')
  const waits = (Number.isNaN(set) ? 60 : set) * 1000
  if (takesMs <= waits) return undefined
  const fill = { balancer: link(doc, id, '/attributes'), takes: String(takesMs), waits: String(waits) }
  const evidence = [{ resource: id, path: '/attributes', value: attributes }]
  return { finding: idle.fail('too-slow', [status(504)], { fact: 'too slow', fill, evidence }), waits }
}
