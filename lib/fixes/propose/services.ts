import { resourcesOf } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { allHops, isFirst, type Proposal, type Propose, type Stopped } from '../proposal'
import { listeningPort, softwareOf } from './uris'

/** A port that the program listens on: in the call, in the uri, or in the target. */
export const listens: Propose = (stopped) => {
  const { doc, trace, hop } = stopped
  const ports = softwareOf(doc, hop.resource)?.listens ?? []
  const direct = hop.n === 2
  const calls = ports.flatMap(({ port, tls }): Proposal[] => {
    const url = trace.invocation.url.replace(/^https?:\/\/([^/?#:]+)(:\d+)?/i, `${tls ? 'https' : 'http'}://$1:${port}`)
    return direct ? [{ label: `Call ${url}`, call: { ...trace.invocation, url } }] : []
  })
  const behind = allHops(trace.hops).some((h) => h.kind === 'loadBalancer' && h.n < hop.n)
  if (isFirst(stopped) || behind) return [...calls, ...ports.flatMap(({ port }) => targetPort(stopped, port))]
  return listeningPort(stopped)
}

/** A target is its address and its port: with another port it is registered anew. */
function targetPort({ doc, hop }: Stopped, port: number): Proposal[] {
  return resourcesOf(doc, 'targetGroup').flatMap(([id, group]): Proposal[] => {
    const meant = group.targets.filter((t) => t.of && Object.values(t.of).includes(hop.resource))
    if (meant.length === 0 || meant.every((t) => t.port === port)) return []
    const value = group.targets.map((t) => (meant.includes(t) ? { ...t, port } : t))
    return [
      {
        label: `Register the targets of ${group.name ?? id} on port ${port}`,
        patch: [{ op: 'replace', path: pointer(['resources', id, 'targets']), value }],
      },
    ]
  })
}
