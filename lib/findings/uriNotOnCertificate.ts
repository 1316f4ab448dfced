import { holes } from '@/lib/network/holes'
import { executeApiCertificate } from '@/lib/network/tls'
import type { TopologyDocument } from '@/lib/topology/document'
import { link } from '@/lib/trace/check'
import { uriCertificateCheck } from '@/lib/trace/integration/certificate'
import { inBoth } from './example'
import type { Forward } from './facts/forwards'
import { type Way, ways } from './facts/ways'
import { defineRule } from './rule'

const uri = (value: string) => ({
  template: 'two-api-chain',
  patch: inBoth('outer', ['resources', 'p2vpcp', 'methods', 'GET', 'integration', 'uri'], value),
})

/** The `uri` names the host that is checked; it does not choose the way, which the link does. */
export const uriNotOnCertificate = defineRule(
  {
    id: 'uri-not-on-certificate',
    title: 'A uri whose host is not on the certificate behind the link',
    severity: 'high',
    docs: 'https://repost.aws/knowledge-center/api-gateway-500-error-vpc',
    says: {
      mismatch:
        '{route} of {api} calls {host} by https, and what answers behind {link} has a certificate for {names}: every call fails with 500. insecureSkipVerification does not change that; put a name of the certificate into the uri.',
    },
    bad: {
      mismatch: uri(
        'https://web-app-fargate-nlb-internal2-fdeb5f1534e02ddb.elb.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
      ),
    },
    good: uri('https://3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc'),
  },
  function* (doc, found) {
    for (const way of ways(doc)) {
      if (way.uri?.scheme !== 'https' || way.link === undefined) continue
      for (const { server, names } of way.onward.flatMap((f) => presented(doc, way, f))) {
        const skips = way.integration.tlsConfig?.insecureSkipVerification ?? false
        const check = uriCertificateCheck(doc, way.id, server, { names }, way.uri.host, skips, way.methodAt)
        if (check.reason !== 'mismatch') continue
        const path = `${way.methodAt}/integration/uri`
        const fill = {
          route: way.route,
          api: link(doc, way.id, path),
          host: way.uri.host,
          link: link(doc, way.link),
          names: names.join(' and ') || 'no name at all',
        }
        yield found('mismatch', { resource: way.id, path, fill })
      }
    }
  },
)

/** Who ends the TLS of a way, and for which names; left out where nobody stated it. */
function presented(doc: TopologyDocument, way: Way, forward: Forward): { server: string; names: string[] }[] {
  const { balancer, listener, listenerAt, fact, lb } = forward
  if (listener.protocol === 'TLS' || listener.protocol === 'HTTPS') {
    const unread = holes(doc, balancer, `${listenerAt}/certificates`).length > 0 || !listener.certificates
    return unread ? [] : [{ server: balancer, names: (listener.certificates ?? []).flatMap((c) => c.names) }]
  }
  if (lb.type !== 'network') return []
  return fact.used.flatMap(({ point, port }) => {
    const holder = point === undefined ? undefined : doc.resources[point.resource]
    if (!point || !holder) return []
    if (holder.kind === 'vpcEndpoint')
      return [{ server: point.resource, names: executeApiCertificate(holder.region ?? way.restApi.region ?? '') }]
    const software = holder.kind === 'ecsService' || holder.kind === 'instance' ? holder.software : undefined
    const names = software?.listens.find((l) => l.port === port)?.tls?.names
    return names ? [{ server: point.resource, names }] : []
  })
}
