import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { fieldsOf } from '@/lib/topology/fields.generated'
import type { Kind } from '@/lib/topology/kinds'
import { vpcOf } from '@/lib/topology/vpcOf'

export interface Branch {
  /** Logical id, or a made-up key for a group that is no resource. */
  key: string
  resource?: string
  title: string
  children: Branch[]
}

/** Kinds that the API Gateway group gathers: the regional service stands outside every VPC. */
const gatewayKinds: Kind[] = ['domainName', 'restApi', 'usagePlan', 'webAcl', 'vpcLink', 'otherApi']
/** What belongs to a VPC without being a step of a call stands in a group of its own, folded. */
const networkKinds: Kind[] = [
  'subnet',
  'routeTable',
  'networkAcl',
  'securityGroup',
  'managedPrefixList',
  'gateway',
  'vpcPeeringConnection',
  'transitGateway',
  'hostedZone',
  'resolverRule',
  'resolverEndpoint',
]

/** Accounts hold VPCs and API Gateway; a VPC holds its resources; what stands nowhere comes last. */
export function outlineOf(document: TopologyDocument): Branch[] {
  const ids = Object.keys(document.resources).sort((a, b) => order(document, a) - order(document, b))
  const places = new Map(ids.map((id) => [id, placeOf(document, id)]))
  const inside = (vpc: string | undefined, account: string | undefined, kinds: (kind: Kind) => boolean) =>
    ids.filter((id) => {
      const place = places.get(id)
      const kind = document.resources[id]?.kind
      return kind !== undefined && place?.vpc === vpc && place?.account === account && kinds(kind)
    })
  const leaf = (id: string): Branch => ({ key: id, resource: id, title: titleOf(document, id), children: [] })
  const group = (key: string, title: string, members: string[]): Branch[] =>
    members.length > 0 ? [{ key, title, children: members.map(leaf) }] : []

  const vpcBranch = (vpc: string, account: string | undefined): Branch => ({
    ...leaf(vpc),
    children: [
      ...inside(vpc, account, (kind) => kind !== 'vpc' && !networkKinds.includes(kind)).map(leaf),
      ...group(
        `${vpc} network`,
        'Network',
        inside(vpc, account, (kind) => networkKinds.includes(kind)),
      ),
    ],
  })

  const under = (account: string | undefined): Branch[] => {
    const vpcs = ids.filter((id) => document.resources[id]?.kind === 'vpc' && places.get(id)?.account === account)
    const own = (kind: Kind) => kind !== 'vpc' && kind !== 'account'
    return [
      ...vpcs.map((vpc) => vpcBranch(vpc, account)),
      ...group(
        `${account} gateway`,
        'API Gateway',
        inside(undefined, account, (k) => gatewayKinds.includes(k)),
      ),
      ...inside(undefined, account, (k) => own(k) && !gatewayKinds.includes(k)).map(leaf),
    ]
  }

  const accounts = ids.filter((id) => document.resources[id]?.kind === 'account')
  return [...accounts.map((id): Branch => ({ ...leaf(id), children: under(id) })), ...under(undefined)]
}

/** The branches that hold a hit of the search, with what leads to it. */
export function filterTree(document: TopologyDocument, tree: Branch[], query: string): Branch[] {
  const words = query.trim().toLowerCase()
  if (words === '') return tree
  return tree.flatMap((branch) => {
    const children = filterTree(document, branch.children, query)
    if (children.length > 0) return [{ ...branch, children }]
    const resource = branch.resource === undefined ? undefined : document.resources[branch.resource]
    return matches(branch, resource, words) ? [{ ...branch, children: [] }] : []
  })
}

const matches = (branch: Branch, resource: Resource | undefined, words: string): boolean =>
  [branch.title, branch.resource, resource?.physicalId, resource?.kind, addressOf(resource)].some((text) =>
    text?.toLowerCase().includes(words),
  )

function addressOf(resource: Resource | undefined): string | undefined {
  if (resource?.kind === 'instance') return resource.privateIpAddress
  if (resource?.kind === 'client') return resource.address
  if (resource?.kind === 'vpc') return resource.cidrBlocks.join(' ')
  return undefined
}

export const titleOf = (document: TopologyDocument, id: string): string => {
  const resource = document.resources[id]
  return resource?.name ?? resource?.physicalId ?? id
}

/** The order of the kinds: places, callers, entrance, API, behind it. */
const kindOrder = Object.keys(fieldsOf)

const order = (document: TopologyDocument, id: string) => kindOrder.indexOf(document.resources[id]?.kind ?? 'account')

interface Standing {
  account: string | undefined
  vpc: string | undefined
}

function placeOf(document: TopologyDocument, id: string): Standing {
  const resource = document.resources[id]
  if (!resource || resource.kind === 'account') return { account: undefined, vpc: undefined }
  const vpc = vpcOf(document, resource)
  const account = resource.account ?? (vpc === undefined ? undefined : document.resources[vpc]?.account)
  return { account, vpc: resource.kind === 'vpc' ? undefined : vpc }
}
