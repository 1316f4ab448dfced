import type { Resource, TopologyDocument } from '@/lib/topology/document'

export type ContainerKind = 'account' | 'vpc' | 'subnets' | 'plane' | 'network'

/** A frame on the canvas. `resource` is what its caption selects. */
export interface Container {
  id: string
  kind: ContainerKind
  parent?: string
  resource: string
  /** What it is, for those who do not see its icon. */
  word: string
  title: string
  /** What may be left out where there is no room, from the end. */
  detail: string[]
  /** Subnets whose default route leads to an internet gateway. */
  open?: boolean
}

export interface Places {
  containers: Map<string, Container>
  /** The smallest frame that holds all of a resource's subnets. */
  boxOf(resource: Resource): string | undefined
}

export const planeOf = (account: string) => `plane:${account}`

/** Accounts, VPCs and groups of subnets (one route table and one ACL: one frame), and API Gateway outside every VPC. */
export function placesOf(doc: TopologyDocument): Places {
  const containers = new Map<string, Container>()
  const groups = subnetGroups(doc)
  const regions = regionsOf(doc)

  for (const [id, r] of Object.entries(doc.resources)) {
    if (r.kind === 'account')
      containers.set(id, {
        id,
        kind: 'account',
        word: 'Account',
        resource: id,
        title: r.name ?? 'Account',
        detail: [spaced(r.accountId), ...(regions.get(id) ?? [])],
      })
    if (r.kind === 'network')
      containers.set(id, {
        id,
        kind: 'network',
        word: 'Network',
        resource: id,
        title: r.name ?? 'On premises',
        detail: [...r.cidrs, r.link === 'directConnect' ? 'Direct Connect' : 'VPN'],
      })
    if (r.kind === 'vpc')
      containers.set(id, {
        id,
        kind: 'vpc',
        word: 'VPC',
        ...parent(doc, r.account),
        resource: id,
        title: r.name ?? 'VPC',
        detail: r.cidrBlocks,
      })
  }
  for (const group of groups.values()) containers.set(group.container.id, group.container)
  for (const r of Object.values(doc.resources)) {
    const id = planeOf(r.account ?? '')
    if (standsInRegion(r) && !containers.has(id)) containers.set(id, plane(doc, id, r.account))
  }

  const groupOfSubnet = new Map<string, string>()
  for (const group of groups.values()) for (const subnet of group.subnets) groupOfSubnet.set(subnet, group.container.id)
  return { containers, boxOf: (resource) => boxOf(doc, resource, groupOfSubnet) }
}

/** API Gateway's own things stand in the region's service plane. */
export const standsInRegion = (r: Resource) =>
  r.kind === 'restApi' || r.kind === 'vpcLink' || r.kind === 'domainName' || r.kind === 'otherApi'

function boxOf(doc: TopologyDocument, r: Resource, groupOfSubnet: Map<string, string>): string | undefined {
  if (standsInRegion(r)) return planeOf(r.account ?? '')
  const subnets = subnetsOf(r)
  const boxes = new Set(subnets.map((s) => groupOfSubnet.get(s)))
  const [only] = boxes
  if (boxes.size === 1 && only !== undefined) return only
  if (r.kind === 'client' && r.place !== 'internet' && doc.resources[r.place]?.kind === 'network') return r.place
  const vpc = vpcNamed(r) ?? vpcNamed(doc.resources[subnets[0] ?? ''])
  if (vpc !== undefined && doc.resources[vpc]) return vpc
  return r.account !== undefined && doc.resources[r.account] ? r.account : undefined
}

const vpcNamed = (r: Resource | undefined) => (r && 'vpc' in r && typeof r.vpc === 'string' ? r.vpc : undefined)

/** The subnets that a resource has an address in. */
export function subnetsOf(r: Resource): string[] {
  switch (r.kind) {
    case 'instance':
      return [r.subnet]
    case 'client':
      return r.place === 'internet' ? [] : [r.place]
    case 'vpcEndpoint':
      return r.networkInterfaces.map((i) => i.subnet)
    case 'loadBalancer':
      return r.availabilityZones.map((z) => z.subnet)
    case 'ecsService':
    case 'lambdaFunction':
      return r.subnets ?? []
    case 'resolverEndpoint':
      return r.addresses.map((a) => a.subnet)
    default:
      return []
  }
}

interface Group {
  container: Container
  subnets: string[]
}

function subnetGroups(doc: TopologyDocument): Map<string, Group> {
  const groups = new Map<string, Group>()
  const zones = new Map<string, Set<string>>()
  const mains = mainTables(doc)
  for (const [id, r] of Object.entries(doc.resources)) {
    if (r.kind !== 'subnet') continue
    const table = r.routeTable ?? mains.get(r.vpc)
    const key = `subnets:${r.vpc}|${table ?? ''}|${r.networkAcl}`
    const open = isOpen(doc, table)
    const group: Group = groups.get(key) ?? {
      container: {
        id: key,
        kind: 'subnets',
        word: '',
        parent: r.vpc,
        resource: id,
        title: '',
        detail: [],
        open,
      },
      subnets: [],
    }
    group.subnets.push(id)
    groups.set(key, group)
    zones.set(key, (zones.get(key) ?? new Set()).add(r.availabilityZone.slice(-1)))
  }
  for (const [key, group] of groups) {
    const many = group.subnets.length > 1 ? 's' : ''
    group.container.title = `${group.container.open ? 'Public' : 'Private'} subnet${many}`
    group.container.detail = [[...(zones.get(key) ?? [])].sort().join(', ')]
  }
  return groups
}

function mainTables(doc: TopologyDocument): Map<string, string> {
  return new Map(
    Object.entries(doc.resources).flatMap(([id, r]): [string, string][] =>
      r.kind === 'routeTable' && r.main ? [[r.vpc, id]] : [],
    ),
  )
}

function isOpen(doc: TopologyDocument, id: string | undefined): boolean {
  const table = doc.resources[id ?? '']
  if (table?.kind !== 'routeTable') return false
  return table.routes.some(({ target }) => {
    const gateway = doc.resources[target]
    return gateway?.kind === 'gateway' && gateway.type === 'internet'
  })
}

function plane(doc: TopologyDocument, id: string, account: string | undefined): Container {
  return {
    id,
    kind: 'plane',
    word: '',
    ...parent(doc, account),
    resource: account ?? '',
    title: 'API Gateway, the regional service: outside every VPC',
    detail: [],
  }
}

const parent = (doc: TopologyDocument, account: string | undefined) =>
  account !== undefined && doc.resources[account] ? { parent: account } : {}

function regionsOf(doc: TopologyDocument): Map<string, Set<string>> {
  const regions = new Map<string, Set<string>>()
  for (const r of Object.values(doc.resources))
    if (r.account !== undefined && r.region !== undefined)
      regions.set(r.account, (regions.get(r.account) ?? new Set()).add(r.region))
  return regions
}

/** An account number as people read it, in threes of four. */
const spaced = (accountId: string) => accountId.replace(/(\d{4})(?=\d)/g, '$1-')
