import { link } from '@/lib/trace/check'
import { change, endpointNlb } from './example'
import { forwards } from './facts/forwards'
import { defineRule } from './rule'

/** A TLS listener ends TLS, and a group of protocol TCP is sent what is left: plain HTTP. */
export const plainHttpIntoTls = defineRule(
  {
    id: 'plain-http-into-tls',
    title: 'Plain HTTP sent to an endpoint',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
    says: {
      plain:
        '{balancer} ends TLS on port {port} and hands plain HTTP to {group}, whose targets are interfaces of {endpoint}, and those speak TLS alone. Use a listener of protocol TCP, or a group of protocol TLS.',
    },
    bad: { plain: { template: 'two-api-chain', patch: [change([endpointNlb, 'listeners', '0', 'protocol'], 'TLS')] } },
    good: { template: 'two-api-chain', patch: [] },
  },
  function* (doc, found) {
    for (const { balancer, listener, listenerAt, group, tg, endpoints } of forwards(doc)) {
      if (listener.protocol !== 'TLS' || tg.protocol !== 'TCP') continue
      for (const endpoint of endpoints) {
        const fill = {
          balancer: link(doc, balancer, listenerAt),
          port: String(listener.port),
          group: link(doc, group, '/protocol'),
          endpoint: link(doc, endpoint),
        }
        yield found('plain', { resource: balancer, path: `${listenerAt}/protocol`, fill })
      }
    }
  },
)
