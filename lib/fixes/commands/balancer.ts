import { idOf, regionOf } from '@/lib/export/awsCli/command'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import { attributes } from './attributes'
import { called, type Flag, line, type Raw, reads, rowsOf } from './line'
import type { Act, Commands, Step } from './step'

/** https://docs.aws.amazon.com/cli/latest/reference/elbv2/index.html */
export const balancerCommands: Commands = (doc, after, id, operation) => {
  const field = keysOf(operation.path)[2]
  const [before, now] = [resourceOf(doc, id, 'loadBalancer'), resourceOf(after, id, 'loadBalancer')]
  if (field === 'enforceSecurityGroupInboundRulesOnPrivateLinkTraffic')
    return [{ does: enforcing(doc, after, id), undoes: enforcing(after, doc, id) }]
  if (field === 'attributes')
    return attributes('load-balancer', called(doc, id), where(doc, id), before?.attributes, now?.attributes)
  return field === 'listeners' ? listener(doc, after, id) : []
}

const where = (doc: TopologyDocument, id: string): Flag[] => [
  ['--load-balancer-arn', arnOf(doc, id)],
  ...regionOf(doc, id),
]

/** An ARN that nobody has read is asked for by the name, which an account has once in a region. */
export function arnOf(doc: TopologyDocument, id: string): string | Raw {
  const resource = doc.resources[id]
  if (resource?.arn !== undefined) return resource.arn
  const [words, query] =
    resource?.kind === 'targetGroup'
      ? ['elbv2 describe-target-groups', 'TargetGroups[0].TargetGroupArn']
      : ['elbv2 describe-load-balancers', 'LoadBalancers[0].LoadBalancerArn']
  return { raw: `"$(${reads(words, [['--names', resource?.name ?? id], ...regionOf(doc, id)], query)})"` }
}

/** The groups are named with it, since the command sets both. */
function enforcing(from: TopologyDocument, to: TopologyDocument, id: string): Act {
  const balancer = resourceOf(from, id, 'loadBalancer')
  const word = (doc: TopologyDocument) =>
    resourceOf(doc, id, 'loadBalancer')?.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic ?? 'on'
  const groups = (balancer?.securityGroups ?? []).map((g) => idOf(from, g))
  return {
    command: line('elbv2 set-security-groups', [
      ...where(from, id),
      ['--security-groups', ...groups],
      ['--enforce-security-group-inbound-rules-on-private-link-traffic', word(to)],
    ]),
    reading: {
      of: `The security groups of ${called(from, id)} and whether they hold for PrivateLink`,
      command: reads(
        'elbv2 describe-load-balancers',
        [['--load-balancer-arns', arnOf(from, id)], ...regionOf(from, id)],
        'LoadBalancers[0].[EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic,SecurityGroups]',
        'json',
      ),
      expects: JSON.stringify([word(from), groups]),
      as: 'words',
    },
  }
}

function listener(doc: TopologyDocument, after: TopologyDocument, id: string): Step[] {
  const added = resourceOf(after, id, 'loadBalancer')?.listeners.at(-1)
  const [target] = added?.default.type === 'forward' ? added.default.targetGroups : []
  if (!added || !target) return []
  const arn = arnOf(doc, target.targetGroup)
  const group = typeof arn === 'string' ? `"${arn}"` : arn.raw
  const all: Flag[] = where(doc, id)
  const made = reads('elbv2 describe-listeners', all, `Listeners[?Port==\`${added.port}\`].ListenerArn`)
  const reading = (document: TopologyDocument) => ({
    of: `The listeners of ${called(doc, id)}`,
    command: reads('elbv2 describe-listeners', all, 'Listeners[].[Protocol,Port]'),
    expects: rowsOf(resourceOf(document, id, 'loadBalancer')?.listeners.map((l) => [l.protocol, l.port]) ?? []),
    as: 'rows' as const,
  })
  const secured = ['TLS', 'HTTPS'].includes(added.protocol)
  return [
    {
      does: {
        command: line('elbv2 create-listener', [
          ...all,
          ['--protocol', added.protocol],
          ['--port', String(added.port)],
          ['--default-actions', { raw: `Type=forward,TargetGroupArn=${group}` }],
          ...(secured
            ? [
                [
                  '--certificates',
                  `CertificateArn=<arn of ${added.certificates?.[0]?.names[0] ?? 'the certificate'}>`,
                ] satisfies Flag,
              ]
            : []),
        ]),
        reading: reading(doc),
      },
      undoes: {
        command: line('elbv2 delete-listener', [['--listener-arn', { raw: `"$(${made})"` }], ...regionOf(doc, id)]),
        reading: reading(after),
      },
    },
  ]
}
