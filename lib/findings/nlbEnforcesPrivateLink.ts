import { allOf } from '@/lib/network/perDocument'
import { nodePoints } from '@/lib/network/point'
import { resourceOf } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { privateLinkCheck } from '@/lib/trace/security-group/privateLink'
import { put, taskNlb } from './example'
import { defineRule } from './rule'

const field = 'enforceSecurityGroupInboundRulesOnPrivateLinkTraffic'
const group = ['sg-0a0000000000ec501']
const open = [
  put(['sg-0a0000000000ec501', 'ipPermissions'], [{ ipProtocol: '-1', cidrs: ['0.0.0.0/0'] }]),
  put([taskNlb, 'securityGroups'], group),
]

export const nlbEnforcesPrivateLink = defineRule(
  {
    id: 'nlb-enforces-private-link',
    title: 'A load balancer whose groups shut API Gateway out',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-nlb-for-vpclink-using-console.html',
    says: {
      enforced:
        '{balancer} enforces its security groups on what comes over {link}. API Gateway calls from addresses of its own, which no rule for a VPC admits: every call over the link fails. Switch the enforcement off.',
      everybody:
        '{balancer} enforces its security groups on what comes over {link}. Whether its rule for everybody admits API Gateway is not documented; AWS says to switch the enforcement off.',
    },
    bad: {
      enforced: { template: 'private-api', patch: [put([taskNlb, 'securityGroups'], group)] },
      everybody: { template: 'private-api', patch: open },
    },
    good: { template: 'private-api', patch: [...open, put([taskNlb, field], 'off')] },
  },
  function* (doc, found) {
    for (const [id, { version, target }] of vpcLinks(doc)) {
      const balancer = resourceOf(doc, target, 'loadBalancer')
      if (version !== 'V1' || target === undefined || balancer?.type !== 'network') continue
      const nodes = nodePoints(doc, target)
      const [node] = nodes.known ? nodes.value : []
      for (const { port } of balancer.listeners) {
        const { reason } = privateLinkCheck(doc, target, node, port)
        if (reason !== 'enforced' && reason !== 'everybody') continue
        const fill = { balancer: link(doc, target, `/${field}`), link: link(doc, id) }
        const path = pointer(['resources', target, field])
        const fix = { label: 'Switch the enforcement off', patch: [{ op: 'add' as const, path, value: 'off' }] }
        yield found(reason, { resource: target, path: `/${field}`, fill, fix })
      }
    }
  },
)

const vpcLinks = allOf('vpcLink')
