import { holes } from '@/lib/network/holes'
import type { ResourceOf, TopologyDocument } from '@/lib/topology/document'
import { readField } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { refused, timeout } from '../outcome'

export type Listener = ResourceOf<'loadBalancer'>['listeners'][number]

export const listener = defineCheck(
  'load-balancer.listener',
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
  {
    listens: '{balancer} listens on {protocol} {port} and forwards to {group}.',
    answers: '{balancer} listens on {protocol} {port} and answers itself.',
    missing: '{balancer} has no listener on port {port}. Add one, or call a port that it listens on: {ports}.',
    'not-visible': 'The listeners of {balancer} are not known.',
  },
)

/** What becomes of a connection to a port without a listener no page says: silence or a reset. */
export function listenerCheck(
  doc: TopologyDocument,
  id: string,
  port: number,
): { finding: Finding; listener?: Listener; at?: number } {
  const read = readField(doc, id, 'loadBalancer', 'listeners')
  const fill = { balancer: link(doc, id, '/listeners'), port: String(port), protocol: '', group: '', ports: '' }
  const gaps = read.known
    ? holes(doc, id, '/listeners', '/type').filter((g) => !/\/certificates(\/|$)/.test(g.path))
    : read.missing
  if (!read.known || gaps.length > 0)
    return {
      finding: listener.unknown('not-visible', gaps, [timeout, refused], { fact: 'listener not known', fill }),
    }
  const usable = (l: Listener) => l.port === port && !['UDP', 'QUIC'].includes(l.protocol)
  const at = read.value.findIndex(usable)
  const found = read.value[at]
  if (!found) {
    const ports = read.value.map((l) => l.port).join(', ') || 'none'
    return {
      finding: listener.fail('missing', [timeout, refused], {
        fact: `no ${port}`,
        fill: { ...fill, ports },
        evidence: read.evidence,
      }),
    }
  }
  const evidence = [{ resource: id, path: `/listeners/${at}`, value: found }]
  const [first] = found.default.type === 'forward' ? found.default.targetGroups : []
  const filled = { ...fill, protocol: found.protocol, group: first ? link(doc, first.targetGroup) : 'nothing' }
  if (found.default.type !== 'forward' && (found.rules?.length ?? 0) === 0)
    return {
      finding: listener.pass('answers', { fact: `${port} → answer`, fill: filled, evidence }),
      listener: found,
      at,
    }
  return { finding: listener.pass('listens', { fact: `${port} → tg`, fill: filled, evidence }), listener: found, at }
}
