import type { IconName } from '@/components/icons/Icon'
import { iconOf } from '@/components/icons/kindIcon'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import { type Arrow, arrowsOf } from './arrows'
import { cardText } from './cardText'
import { cutName } from './cutName'
import { kindWord } from './kindWord'
import { type Container, placesOf } from './places'

/** World size of a card; the three drawings of it fill the same rectangle. */
export const cardWidth = 146
export const cardHeight = 72

/** What a card shows that depends on its resource alone: the same object as long as the resource is the same. */
export interface Card {
  id: string
  kind: Kind
  icon: IconName
  kindWord: string
  name: string
  /** The name as it fits the near and the middle drawing. */
  shortName: string
  ident: string
  fact: string
  invisible: boolean
}

export interface Graph {
  cards: Map<string, Card>
  containers: Map<string, Container>
  /** Logical id of a card to the frame that it stands in. */
  boxOf: Map<string, string | undefined>
  arrows: Arrow[]
}

const graphs = new WeakMap<TopologyDocument['resources'], Graph>()

/** The picture of a document without a call. Positions take no part: moving a node keeps the graph. */
export function graphOf(doc: TopologyDocument): Graph {
  const known = graphs.get(doc.resources)
  if (known) return known
  const graph = build(doc)
  graphs.set(doc.resources, graph)
  return graph
}

const drawn: ReadonlySet<Kind> = new Set<Kind>([
  'client',
  'instance',
  'loadBalancer',
  'targetGroup',
  'vpcEndpoint',
  'restApi',
  'vpcLink',
  'ecsService',
  'httpEndpoint',
  'domainName',
  'lambdaFunction',
  'otherApi',
  'resolverEndpoint',
  'securityGroup',
])

function build(doc: TopologyDocument): Graph {
  const places = placesOf(doc)
  const all = arrowsOf(doc)
  const guards = new Set(all.filter((a) => a.family === 'member').map((a) => a.from))
  const cards = new Map<string, Card>()
  for (const [id, r] of Object.entries(doc.resources)) {
    if (!drawn.has(r.kind) || (r.kind === 'securityGroup' && !guards.has(id))) continue
    cards.set(id, cardOf(id, r))
  }
  const arrows = all.filter((a) => cards.has(a.from) && cards.has(a.to))
  const boxOf = new Map<string, string | undefined>()
  for (const id of cards.keys()) {
    const r = doc.resources[id]
    if (r) boxOf.set(id, places.boxOf(r))
  }
  besideWhatTheyServe(doc, arrows, boxOf)
  return { cards, containers: shown(places.containers, boxOf), boxOf, arrows }
}

/** A target group has no subnets of its own and a security group none: they stand where their partner stands. */
function besideWhatTheyServe(doc: TopologyDocument, arrows: Arrow[], boxOf: Map<string, string | undefined>): void {
  const partners = new Map<string, string[]>()
  const pair = (id: string, partner: string) => partners.set(id, [...(partners.get(id) ?? []), partner])
  for (const { from, to } of arrows) {
    if (doc.resources[to]?.kind === 'targetGroup') pair(to, from)
    if (doc.resources[from]?.kind === 'securityGroup') pair(from, to)
  }
  for (const [id, of] of partners) {
    const boxes = new Set(of.map((partner) => boxOf.get(partner)))
    const [only] = boxes
    const shared = boxes.size === 1 ? only : undefined
    if (shared !== undefined && !shared.startsWith('plane:')) boxOf.set(id, shared)
  }
}

/** Frames that hold something, directly or below; an account or VPC of its own is shown empty too. */
function shown(all: Map<string, Container>, boxOf: Map<string, string | undefined>): Map<string, Container> {
  const kept = new Set<string>()
  for (const box of boxOf.values())
    for (let at: string | undefined = box; at !== undefined; at = all.get(at)?.parent) kept.add(at)
  for (const [id, c] of all)
    if (c.kind === 'vpc' || c.kind === 'network')
      for (let at: string | undefined = id; at !== undefined; at = all.get(at)?.parent) kept.add(at)
  return new Map([...all].filter(([id, c]) => kept.has(id) || c.kind === 'account'))
}

const contents = new WeakMap<Resource, Card>()

function cardOf(id: string, r: Resource): Card {
  const known = contents.get(r)
  if (known?.id === id) return known
  const name = nameOf(id, r)
  const card: Card = {
    id,
    kind: r.kind,
    icon: iconOf(r),
    kindWord: kindWord(r),
    name,
    shortName: cutName(name, 11.7),
    ...cardText(r, id),
    invisible: (r.notVisible ?? []).some((hole) => hole.path === ''),
  }
  contents.set(r, card)
  return card
}

const nameOf = (id: string, r: Resource) => r.name ?? (r.kind === 'httpEndpoint' ? r.host : (r.physicalId ?? id))
