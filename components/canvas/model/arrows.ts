import type { Resource, ResourceOf, TopologyDocument } from '@/lib/topology/document'
import { integrationsOf, type Lookups, lookupsOf } from './lookups'

/** `call`: a request may take it. `member`: belongs to, as a security group to what it guards. */
export interface Arrow {
  id: string
  from: string
  to: string
  label: string
  family: 'call' | 'member'
}

/** The arrows that references alone give, without any call: each pair once, labels of doubles joined. */
export function arrowsOf(doc: TopologyDocument): Arrow[] {
  const found = new Map<string, Arrow>()
  const add = (from: string, to: string | undefined, label: string, family: Arrow['family'] = 'call') => {
    if (to === undefined || !doc.resources[from] || !doc.resources[to] || from === to) return
    const id = arrowId(from, to)
    const known = found.get(id)
    if (!known) found.set(id, { id, from, to, label, family })
    else if (label && !known.label.split(', ').includes(label))
      known.label = known.label ? `${known.label}, ${label}` : label
  }
  const lookups = lookupsOf(doc)
  for (const [id, r] of Object.entries(doc.resources)) from(lookups, id, r, add)
  return [...found.values()]
}

export const arrowId = (from: string, to: string) => `${from}→${to}`

type Add = (from: string, to: string | undefined, label: string, family?: Arrow['family']) => void

function from(lookups: Lookups, id: string, r: Resource, add: Add): void {
  switch (r.kind) {
    case 'restApi':
      for (const endpoint of r.endpointConfiguration.vpcEndpointIds ?? []) add(endpoint, id, '443 TLS')
      for (const integration of integrationsOf(r)) {
        if (integration.connectionType === 'VPC_LINK') add(id, integration.connection, '')
        else if (integration.function) add(id, integration.function, 'invokes')
        else if (integration.uri) add(id, lookups.hostNamed.get(hostOf(integration.uri)), portWord(integration.uri))
        if (integration.connection && integration.integrationTarget)
          add(integration.connection, integration.integrationTarget, linkWord(integration.uri))
      }
      return
    case 'domainName':
      for (const mapping of r.basePathMappings) add(id, mapping.restApi, mapping.basePath || '/')
      for (const access of r.accessAssociations ?? []) add(access.vpcEndpoint, id, '443 TLS')
      return
    case 'vpcLink':
      if (r.target) add(id, r.target, linkWord(lookups.uriThrough.get(id)))
      for (const group of r.securityGroups ?? []) add(group, id, '', 'member')
      return
    case 'loadBalancer':
      for (const listener of r.listeners)
        for (const group of targetGroupsOf(listener)) add(id, group, String(listener.port))
      for (const group of r.securityGroups ?? []) add(group, id, '', 'member')
      return
    case 'targetGroup':
      for (const target of r.targets) targetArrow(lookups, id, r, target, add)
      return
    case 'vpcEndpoint':
    case 'ecsService':
    case 'lambdaFunction':
    case 'resolverEndpoint':
      for (const group of r.securityGroups ?? []) add(group, id, '', 'member')
      return
    default:
  }
}

function targetArrow(
  lookups: Lookups,
  id: string,
  group: ResourceOf<'targetGroup'>,
  target: ResourceOf<'targetGroup'>['targets'][number],
  add: Add,
): void {
  const word = `${target.port ?? group.port} ${group.protocol}`
  const meant = ['vpcEndpoint', 'ecsService', 'instance', 'loadBalancer'].find((kind) => kind in (target.of ?? {}))
  const bound = meant === undefined ? undefined : target.of?.[meant]
  if (typeof bound === 'string') add(id, bound, meant === 'vpcEndpoint' ? 'targets' : word)
  else if (target.id !== undefined)
    add(id, lookups.holderOf.get(`${group.vpc} ${target.id}`) ?? lookups.holderOf.get(target.id), 'targets')
}

type Listener = ResourceOf<'loadBalancer'>['listeners'][number]

/** Every target group that a listener forwards to, its rules included. */
export function targetGroupsOf(listener: Listener): string[] {
  const actions = [listener.default, ...(listener.rules ?? []).map((rule) => rule.action)]
  return actions.flatMap((a) => ('targetGroups' in a && a.type === 'forward' ? groupsOf(a) : []))
}

const groupsOf = (action: Extract<Listener['default'], { type: 'forward' }>) =>
  action.targetGroups.map((g) => g.targetGroup)

const linkWord = (uri: string | undefined) => (uri === undefined ? 'VPC link' : `VPC link · ${portOf(uri)}`)

const portWord = (uri: string) => `${portOf(uri)} ${uri.startsWith('https') ? 'TLS' : 'HTTP'}`

const portOf = (uri: string) => uri.match(/^https?:\/\/[^/]*:(\d+)/)?.[1] ?? (uri.startsWith('https') ? '443' : '80')

const hostOf = (uri: string) => uri.match(/^https?:\/\/([^/:]+)/)?.[1] ?? ''
