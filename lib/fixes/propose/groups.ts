import { resourceOf } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { aboutOf, before, type Propose } from '../proposal'
import { asBlock, blocksOf } from '../sources'
import { endpointTargets } from './balancers'
import { httpsPort } from './call'

/** Admit the addresses that the call comes from, and no others: those of the hop before, or the one that is seen here. */
export const ingress: Propose = (stopped) => {
  const { doc, trace, hop, check } = stopped
  const group = aboutOf(stopped)
  const port = hop.call.port
  if (!resourceOf(doc, group, 'securityGroup') || port === undefined) return []
  const seen = /admits tcp \d+ from ([\d.:a-f/]+)/.exec(check.says)?.[1]
  const from = /comes from ([\d.:a-f/]+),/.exec(check.says)?.[1] ?? seen
  const sources = [blocksOf(doc, before(stopped), trace.invocation.vantage), from === undefined ? [] : [asBlock(from)]]
  // An endpoint serves one port alone: a call to another one is better corrected than admitted.
  const calls = hop.kind === 'vpcEndpoint' && port !== 443 ? [...httpsPort(stopped), ...endpointTargets(stopped)] : []
  return [
    ...calls,
    ...[...sources, sources.flat()]
      .filter((cidrs) => cidrs.length > 0)
      .map((cidrs) =>
        rule(
          group,
          'ipPermissions',
          port,
          [...new Set(cidrs)],
          `Admit tcp ${port} from ${[...new Set(cidrs)].join(', ')} in ${named(group, doc)}`,
        ),
      ),
  ]
}

/** Let the call out to where it goes, and nowhere else. */
export const egress: Propose = (stopped) => {
  const { doc, trace, hop } = stopped
  const group = aboutOf(stopped)
  const to = trace.hops.find((h) => h.n === hop.n + 1)
  const port = to?.call.port
  const cidrs = blocksOf(doc, to, trace.invocation.vantage)
  if (!resourceOf(doc, group, 'securityGroup') || port === undefined || cidrs.length === 0) return []
  return [
    rule(
      group,
      'ipPermissionsEgress',
      port,
      cidrs,
      `Let tcp ${port} out to ${cidrs.join(', ')} in ${named(group, doc)}`,
    ),
  ]
}

const rule = (
  group: string,
  field: 'ipPermissions' | 'ipPermissionsEgress',
  port: number,
  cidrs: string[],
  label: string,
) => ({
  label,
  patch: [
    {
      op: 'add' as const,
      path: pointer(['resources', group, field, '-']),
      value: { ipProtocol: 'tcp', fromPort: port, toPort: port, cidrs },
    },
  ],
})

const named = (id: string, doc: Parameters<Propose>[0]['doc']) =>
  doc.resources[id]?.physicalId ?? doc.resources[id]?.name ?? id

/** AWS's own step for a load balancer behind a VPC link. */
export const privateLink: Propose = ({ doc, hop }) => [
  {
    label: `Do not enforce the groups of ${doc.resources[hop.resource]?.name ?? hop.resource} on PrivateLink traffic`,
    patch: [
      {
        op: 'add',
        path: pointer(['resources', hop.resource, 'enforceSecurityGroupInboundRulesOnPrivateLinkTraffic']),
        value: 'off',
      },
    ],
  },
]
