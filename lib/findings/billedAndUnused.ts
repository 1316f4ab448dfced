import { isExecuteApiService } from '@/lib/naming/serviceName'
import { allOf, loadBalancers, vpcEndpoints } from '@/lib/network/perDocument'
import { link } from '@/lib/trace/check'
import { endpoint, put, remove, taskNlb } from './example'
import { vantages } from './facts/callers'
import { isClosed, namedIds } from './facts/named'
import { defineRule } from './rule'

export const billedAndUnused = defineRule(
  {
    id: 'billed-and-unused',
    title: 'Paid for by the hour, and not used',
    severity: 'low',
    docs: 'https://aws.amazon.com/privatelink/pricing/',
    says: {
      endpoint:
        '{resource} costs by the hour in each of its {count} zones, and nothing here comes through it: no caller stands in its VPC, no API lists it and no load balancer sends to it. Delete it, or draw its callers.',
      balancer: '{resource} costs by the hour, and it has no listener: it takes no connection. Add one, or delete it.',
      nat: '{resource} costs by the hour, and no route leads to it. Delete it, or add the route.',
    },
    bad: {
      endpoint: {
        template: 'private-api',
        patch: [
          put(['3i95y1yx06', 'endpointConfiguration'], { type: 'PRIVATE' }),
          put(['3i95y1yx06', 'deployments', 'p1d001', 'api', 'endpointConfiguration'], { type: 'PRIVATE' }),
          remove('client-provider'),
        ],
      },
      balancer: { template: 'nlb-fargate', patch: [put([taskNlb, 'listeners'], [])] },
      nat: {
        template: 'nlb-fargate',
        patch: [put(['nat-spare'], { kind: 'gateway', type: 'nat', vpc: 'vpc-0aaa1111bbbb2222c' })],
      },
    },
    good: { template: 'private-api', patch: [put([endpoint, 'state'], 'available')] },
  },
  function* (doc, found) {
    const named = namedIds(doc)
    for (const [id, e] of vpcEndpoints(doc)) {
      const near = vantages(doc).some(
        ({ asker }) => typeof asker.in === 'object' && 'vpc' in asker.in && asker.in.vpc === e.vpc,
      )
      if (near || named.has(id) || !isExecuteApiService(e.serviceName, e.region ?? '')) continue
      if (!isClosed(doc, e, 'instance', 'restApi', 'targetGroup')) continue
      const fill = { resource: link(doc, id), count: String(e.networkInterfaces.length) }
      yield found('endpoint', { resource: id, fill })
    }
    for (const [id, lb] of loadBalancers(doc))
      if (lb.listeners.length === 0 && !lb.notVisible)
        yield found('balancer', { resource: id, fill: { resource: link(doc, id) } })
    for (const [id, gateway] of gateways(doc))
      if (gateway.type === 'nat' && !named.has(id) && isClosed(doc, gateway, 'routeTable'))
        yield found('nat', { resource: id, fill: { resource: link(doc, id) } })
  },
)

const gateways = allOf('gateway')
