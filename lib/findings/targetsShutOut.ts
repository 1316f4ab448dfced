import { preservesClientAddress } from '@/lib/network/clientAddress'
import { holes } from '@/lib/network/holes'
import type { Point } from '@/lib/network/point'
import { groupsAdmit } from '@/lib/network/securityGroups'
import { link } from '@/lib/trace/check'
import { put, taskNlb } from './example'
import { addressesOf, admitting, pairsOf, shutOut } from './facts/admitted'
import { forwards } from './facts/forwards'
import { defineRule } from './rule'

const from = (cidr: string) => [
  put(['sg-0a0000000000ec501', 'ipPermissions'], [{ ipProtocol: 'tcp', fromPort: 5000, toPort: 5000, cidrs: [cidr] }]),
]

const closed = put(['sg-nlb'], {
  kind: 'securityGroup',
  vpc: 'vpc-0aaa1111bbbb2222c',
  ipPermissions: [{ ipProtocol: '-1', cidrs: ['10.0.0.0/16'] }],
  ipPermissionsEgress: [],
})

export const targetsShutOut = defineRule(
  {
    id: 'targets-shut-out',
    title: 'Targets whose group does not admit the load balancer',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html',
    says: {
      nodes:
        '{group} of {target} admits no port {port} from the nodes of {balancer} ({addresses}): neither calls nor health checks get in.',
      egress:
        '{group} of {balancer} lets nothing out to port {port} of {target}: neither calls nor health checks get there. Add an outbound rule.',
    },
    bad: {
      nodes: { template: 'nlb-fargate', patch: from('10.0.2.83/32') },
      egress: { template: 'nlb-fargate', patch: [closed, put([taskNlb, 'securityGroups'], ['sg-nlb'])] },
    },
    good: { template: 'nlb-fargate', patch: from('10.0.0.0/16') },
  },
  function* (doc, found) {
    for (const forward of forwards(doc)) {
      for (const [node, to, { port }] of pairsOf(doc, forward)) {
        const out = groupsAdmit(doc, node, 'out', to, port)
        if (out.verdict !== 'fail' || out.group === undefined) continue
        const fill = {
          group: link(doc, out.group, '/ipPermissionsEgress'),
          balancer: link(doc, forward.balancer),
          target: link(doc, to.resource),
          port: String(port),
        }
        yield found('egress', { resource: out.group, path: '/ipPermissionsEgress', fill })
      }
      // With preservation on it is the callers that are admitted or not.
      const preserved = forward.lb.type === 'network' && preservesClientAddress(forward.tg)
      if (preserved || holes(doc, forward.group, '/attributes').length > 0) continue
      const pairs = pairsOf(doc, forward).flatMap(([node, to, { port }]): [Point, Point, number][] =>
        forward.endpoints.includes(to.resource) ? [] : [[node, to, port]],
      )
      for (const out of shutOut(doc, pairs)) {
        const fill = {
          group: link(doc, out.group, '/ipPermissions'),
          target: link(doc, out.holder),
          balancer: link(doc, forward.balancer),
          addresses: addressesOf(out.sources),
          port: String(out.port),
        }
        yield found('nodes', { resource: out.group, path: '/ipPermissions', fill, fix: admitting(doc, out) })
      }
    }
  },
)
