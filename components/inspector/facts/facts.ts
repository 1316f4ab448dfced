import { fieldTitle } from '@/lib/edit/fields/fieldTitle'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { fieldsOf } from '@/lib/topology/fields.generated'
import { pointer } from '@/lib/topology/pointer'
import { referencesOf } from '@/lib/topology/references'

/** A piece of a value: plain text, an id in mono, or the name of another resource, which is a link. */
export type Piece = { text: string } | { id: string } | { text: string; resource: string }

export interface Fact {
  path: string
  title: string
  /** One line each. */
  lines: Piece[][]
  stated: boolean
}

/** Shown elsewhere: in the head, on the policy and method tabs, or as what is not visible. */
const elsewhere = new Set([
  'kind',
  'name',
  'physicalId',
  'accountId',
  'notVisible',
  'policy',
  'policyDocument',
  'managementPolicy',
  'resources',
  'deployments',
  'stages',
  'software',
  'answers',
])

/** Holders of a few fields of their own, which are read as fields of the resource. */
const flat = new Set(['endpointConfiguration', 'dhcpOptions', 'dns'])

/** The fields of a resource that are set, in the order of its schema; unknown fields come last, as they stand. */
export function factsOf(document: TopologyDocument, resource: Resource): Fact[] {
  const links = new Map(referencesOf(resource).map((reference) => [reference.path, reference.to]))
  const known = fieldsOf[resource.kind].fields
  return Object.entries(resource)
    .sort(([a], [b]) => rank(known, a) - rank(known, b))
    .flatMap(([field, value]): [Path, unknown][] =>
      flat.has(field) && typeof value === 'object' && value !== null
        ? Object.entries(value).map(([inner, held]) => [[field, inner], held])
        : [[[field], value]],
    )
    .flatMap(([path, value]) => {
      const field = String(path.at(-1))
      if (elsewhere.has(field) || value === undefined || empty(value)) return []
      const lines = linesOf(document, links, value, path)
      const title = titleOf(path)
      return lines.length === 0 ? [] : [{ path: pointer(path), title, lines, stated: isStated(field) }]
    })
}

const titleOf = (path: Path) =>
  path[0] === 'endpointConfiguration' && path[1] === 'type' ? 'Endpoint type' : fieldTitle(String(path.at(-1)))

const rank = (known: string[], field: string) => {
  // ARN and tags are long and seldom what somebody looks for.
  if (field === 'arn' || field === 'tags') return known.length + 1
  const at = known.indexOf(field)
  return at < 0 ? known.length : at
}

const empty = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length === 0

const isStated = (field: string) => field === 'pinned' || field === 'tunnel'

type Links = Map<string, string>
type Path = (string | number)[]

function linesOf(document: TopologyDocument, links: Links, value: unknown, path: Path): Piece[][] {
  if (Array.isArray(value)) return value.map((item, at) => piecesOf(document, links, item, [...path, at]))
  if (typeof value !== 'object' || value === null) return [piecesOf(document, links, value, path)]
  return Object.entries(value).map(([key, item]) => [
    { text: fieldTitle(key) },
    ...piecesOf(document, links, item, [...path, key]),
  ])
}

/** A value in one line: names for references, ranges for ports, words for switches. */
function piecesOf(document: TopologyDocument, links: Links, value: unknown, path: Path): Piece[] {
  const to = typeof value === 'string' ? links.get(pointer(path)) : undefined
  if (to !== undefined) return [{ text: document.resources[to]?.name ?? to, resource: to }]
  if (typeof value === 'boolean') return [{ text: value ? 'yes' : 'no' }]
  if (typeof value === 'number') return [{ id: String(value) }]
  if (typeof value === 'string') return [/[\d./:]/.test(value) ? { id: value } : { text: value }]
  if (Array.isArray(value)) return value.flatMap((item, at) => piecesOf(document, links, item, [...path, at]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(shortPorts(value)).flatMap(([key, item]) => piecesOf(document, links, item, [...path, key]))
}

/** `fromPort` and `toPort` are one number or a range; protocol "-1" is AWS's word for all traffic. */
function shortPorts(value: object): object {
  const { fromPort, toPort, ipProtocol, protocol, ...rest } = value as Record<string, unknown>
  const spoken = ipProtocol ?? protocol
  const port = fromPort === undefined ? undefined : fromPort === toPort ? fromPort : `${fromPort}-${toPort}`
  return {
    ...(spoken === undefined ? {} : { protocol: spoken === '-1' ? 'all traffic' : spoken }),
    ...(port === undefined ? {} : { port }),
    ...rest,
  }
}
