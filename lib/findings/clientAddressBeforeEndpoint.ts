import { preservesClientAddress } from '@/lib/network/clientAddress'
import { holes } from '@/lib/network/holes'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { endpointTargets, put } from './example'
import { forwards } from './facts/forwards'
import { defineRule } from './rule'

const attribute = 'preserve_client_ip.enabled'

export const clientAddressBeforeEndpoint = defineRule(
  {
    id: 'client-address-before-endpoint',
    title: 'Client address preservation before an endpoint',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
    says: {
      attribute:
        '{group} preserves the address of its callers, and its targets are interfaces of {endpoint}: calls to {balancer} lose their connection, and whether those of a VPC link do is not documented. Turn preserve_client_ip.enabled off.',
      protocol:
        '{group} has the protocol {protocol}, which always preserves the address of its callers, and its targets are interfaces of {endpoint}: calls to {balancer} lose their connection, and whether those of a VPC link do is not documented. Make a group of protocol TCP.',
    },
    bad: {
      attribute: { template: 'two-api-chain', patch: [put([endpointTargets, 'attributes', attribute], 'true')] },
      protocol: { template: 'two-api-chain', patch: [put([endpointTargets, 'protocol'], 'TCP_UDP')] },
    },
    good: { template: 'two-api-chain', patch: [] },
  },
  function* (doc, found) {
    for (const { group, tg, balancer, lb, endpoints } of forwards(doc)) {
      if (lb.type !== 'network' || !preservesClientAddress(tg) || holes(doc, group, '/attributes').length > 0) continue
      for (const endpoint of endpoints) {
        const byProtocol = tg.protocol !== 'TCP' && tg.protocol !== 'TLS'
        const fill = {
          group: link(doc, group, '/attributes'),
          endpoint: link(doc, endpoint),
          balancer: link(doc, balancer),
          protocol: tg.protocol,
        }
        if (byProtocol) yield found('protocol', { resource: group, path: '/protocol', fill })
        else {
          const off = { ...tg.attributes, [attribute]: 'false' }
          const path = pointer(['resources', group, 'attributes'])
          const fix = { label: `Turn ${attribute} off`, patch: [{ op: 'add' as const, path, value: off }] }
          yield found('attribute', { resource: group, path: '/attributes', fill, fix })
        }
      }
    }
  },
)
