import { awsId } from '@/lib/network/perDocument'
import { resourceOf } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { aboutOf, allHops, called, isFirst, only, type Proposal, type Propose, type Stopped } from '../proposal'
import { allowing, narrowed, parsed, spared } from './statements'

const domainOf = (stopped: Stopped) => {
  const { doc, trace, hop } = stopped
  const ids = [aboutOf(stopped), ...allHops(trace.hops).flatMap((h) => (h.n === hop.n ? [h.resource] : []))]
  const id = ids.find((each) => resourceOf(doc, each, 'domainName'))
  const resource = resourceOf(doc, id, 'domainName')
  return id !== undefined && resource ? { id, resource } : undefined
}

const endpointOf = ({ trace, hop }: Stopped) =>
  allHops(trace.hops).findLast((h) => h.kind === 'vpcEndpoint' && h.n <= hop.n)?.resource

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains-associations.html */
export const access: Propose = (stopped) => {
  const { doc, check } = stopped
  const domain = domainOf(stopped)
  const endpoint = endpointOf(stopped)
  if (!domain || endpoint === undefined || check.reason !== 'missing') return []
  const value = [...(domain.resource.accessAssociations ?? []), { vpcEndpoint: endpoint, status: 'AVAILABLE' }]
  const path = pointer(['resources', domain.id, 'accessAssociations'])
  return [
    {
      label: `Associate ${domain.resource.domainName} with ${called(doc, endpoint)}`,
      patch: [{ op: 'add', path, value }],
    },
  ]
}

/** A path that the domain maps, in the call; else the one API that there is, mapped to the path. */
export const mapping: Propose = (stopped) => {
  const { doc, trace } = stopped
  const domain = domainOf(stopped)
  if (!domain || !isFirst(stopped)) return []
  const { url } = trace.invocation
  const [, root = '', path = ''] = /^(https?:\/\/[^/?#]+)(.*)$/i.exec(url) ?? []
  const [, first = '', ...rest] = path.split('/')
  const calls = domain.resource.basePathMappings.flatMap(({ basePath }): Proposal[] => {
    if (['', '(none)'].includes(basePath)) return []
    const paths = [
      [basePath, ...rest],
      [basePath, first, ...rest],
    ].map((parts) => `/${parts.join('/')}`)
    return paths.map((to) => ({ label: `Call ${root}${to}`, call: { ...trace.invocation, url: `${root}${to}` } }))
  })
  const api = only(doc, 'restApi')
  const [stage, ...more] = Object.keys(api?.resource.stages ?? {})
  if (!api || stage === undefined || more.length > 0) return calls
  const at = pointer(['resources', domain.id, 'basePathMappings', '-'])
  const mapped = ['(none)', first].flatMap((basePath): Proposal[] => {
    if (domain.resource.basePathMappings.some((m) => m.basePath === basePath)) return []
    const value = { basePath, restApi: api.id, stage }
    const words = basePath === '(none)' ? 'every path' : `/${basePath}`
    return [
      {
        label: `Map ${words} of ${domain.resource.domainName} to stage ${stage} of ${called(doc, api.id)}`,
        patch: [{ op: 'add', path: at, value }],
      },
    ]
  })
  return [...calls, ...mapped]
}

/** The console makes a new private domain deny everyone; the endpoint of the call is admitted, and nobody else. */
export const policy: Propose = (stopped) => {
  const { doc, trace } = stopped
  const domain = domainOf(stopped)
  const endpoint = endpointOf(stopped)
  const policy = domain?.resource.policy
    ? parsed(domain.resource.policy.text)
    : { Version: '2012-10-17', Statement: [] }
  if (!domain || !policy || endpoint === undefined || trace.verdict === 'reaches') return []
  const name = awsId(doc, endpoint)
  const keys = {
    'aws:sourcevpce': name,
    'aws:sourcevpc': awsId(doc, resourceOf(doc, endpoint, 'vpcEndpoint')?.vpc ?? ''),
  }
  const condition = { StringEquals: { 'aws:SourceVpce': name } }
  const one =
    spared(policy, keys, () => true) ?? narrowed(policy, { StringNotEquals: { 'aws:SourceVpce': name } }, () => true)
  const admitted = (to: typeof policy) => allowing(to, 'execute-api:/*', condition)
  return [one, one && admitted(one), admitted(policy)].flatMap((now) =>
    now
      ? [
          {
            label: `Admit ${name} in the policy of ${domain.resource.domainName}`,
            patch: [
              {
                op: 'add' as const,
                path: pointer(['resources', domain.id, 'policy']),
                value: { text: JSON.stringify(now, null, 2) },
              },
            ],
          },
        ]
      : [],
  )
}
