import { loadBalancers } from '@/lib/network/perDocument'
import { backendSpeaksTls, endpointBehind, type Listener, unknownName } from '../entrances'
import { nameless } from './endpointCalls'
import type { FormRule } from './form'

/** HTTP or HTTPS, as the listener or what is behind a TCP listener speaks it; UDP has no URL. */
function scheme(protocol: string, tls: () => boolean): 'http' | 'https' | undefined {
  if (protocol === 'HTTP') return 'http'
  if (protocol === 'HTTPS' || protocol === 'TLS') return 'https'
  if (protocol === 'TCP') return tls() ? 'https' : 'http'
  return undefined
}

const port = (used: 'http' | 'https', { port: number }: Listener) =>
  number === (used === 'http' ? 80 : 443) ? '' : `:${number}`

/** A load balancer that serves an application itself. */
export const nlb: FormRule = {
  form: 'nlb',
  why: "The load balancer's own name leads to the application.",
  browser: true,
  ofDocument: (doc) =>
    loadBalancers(doc).flatMap(([id, balancer]) =>
      balancer.listeners.flatMap((listener) => {
        if (endpointBehind(doc, listener) !== undefined) return []
        const used = scheme(listener.protocol, () => backendSpeaksTls(doc, listener))
        if (used === undefined) return []
        const url = `${used}://${balancer.dnsName ?? unknownName(id)}${port(used, listener)}`
        const unnamed = balancer.dnsName === undefined ? { unnamed: nameless(balancer.name ?? id) } : {}
        return [{ resource: id, url, headers: [], options: {}, vpc: balancer.vpc, ...unnamed }]
      }),
    ),
}
