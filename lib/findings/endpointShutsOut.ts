import { preservesClientAddress } from '@/lib/network/clientAddress'
import { holes } from '@/lib/network/holes'
import { endpointPoints, type Point } from '@/lib/network/point'
import { link } from '@/lib/trace/check'
import { endpointGroup, put } from './example'
import { addressesOf, admitting, pairsOf, shutOut } from './facts/admitted'
import { ledToEndpoints } from './facts/callers'
import { forwards } from './facts/forwards'
import { defineRule } from './rule'

const from = (cidr: string) => [
  put([endpointGroup, 'ipPermissions'], [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrs: [cidr] }]),
]

/** Before an endpoint that stands behind a load balancer it is the nodes that knock, not the caller. */
export const endpointShutsOut = defineRule(
  {
    id: 'endpoint-shuts-out',
    title: 'An endpoint whose group does not admit its callers',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
    says: {
      callers:
        '{group} of {endpoint} admits no port 443 from {caller} ({addresses}), whose resolver leads {host} there: its calls time out.',
      nodes:
        '{group} of {endpoint} admits no port 443 from the nodes of {balancer} ({addresses}), and those are what the endpoint sees of calls over it.',
    },
    bad: {
      callers: { template: 'private-api', patch: from('10.0.8.0/22') },
      nodes: { template: 'two-api-chain', patch: from('10.0.2.0/24') },
    },
    good: { template: 'two-api-chain', patch: from('10.0.0.0/20') },
  },
  function* (doc, found) {
    for (const { vantage, endpoint, host } of ledToEndpoints(doc)) {
      const points = endpointPoints(doc, endpoint)
      const pairs = vantage.points.flatMap((p) =>
        (points.known ? points.value : []).map((to): [Point, Point, number] => [p, to, 443]),
      )
      for (const out of shutOut(doc, pairs)) {
        const fill = {
          group: link(doc, out.group, '/ipPermissions'),
          endpoint: link(doc, endpoint),
          caller: link(doc, vantage.resource),
          addresses: addressesOf(out.sources),
          host,
        }
        yield found('callers', { resource: out.group, path: '/ipPermissions', fill, fix: admitting(doc, out) })
      }
    }
    for (const forward of forwards(doc)) {
      if (preservesClientAddress(forward.tg) || holes(doc, forward.group, '/attributes').length > 0) continue
      const pairs = pairsOf(doc, forward).flatMap(([node, to, { port }]): [Point, Point, number][] =>
        forward.endpoints.includes(to.resource) ? [[node, to, port]] : [],
      )
      for (const out of shutOut(doc, pairs)) {
        const fill = {
          group: link(doc, out.group, '/ipPermissions'),
          endpoint: link(doc, out.holder),
          balancer: link(doc, forward.balancer),
          addresses: addressesOf(out.sources),
        }
        yield found('nodes', { resource: out.group, path: '/ipPermissions', fill, fix: admitting(doc, out) })
      }
    }
  },
)
