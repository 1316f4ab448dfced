import type { Point } from '@/lib/network/point'
import type { RouteFact } from '@/lib/network/routes'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { type Fill, link } from '../check'

const facts: Record<RouteFact['reason'], string> = {
  local: 'route local',
  peering: 'route peering',
  'transit-gateway': 'route TGW',
  gateway: 'route gateway',
  internet: 'internet',
  premises: 'line',
  'no-route': 'no route',
  blackhole: 'black hole',
  'leads-elsewhere': 'no route',
  'from-internet': 'no route',
  'not-attached': 'not attached',
  'peering-inactive': 'peering off',
  'not-visible': 'route not known',
}

/** The nouns and the evidence of a route, the same for both directions. */
export function routeParts(doc: TopologyDocument, fact: RouteFact, from: Point, to: Point) {
  const routes = resourceOf(doc, fact.table, 'routeTable')?.routes
  const path = fact.route === undefined ? '/routes' : `/routes/${fact.route}`
  const value = fact.route === undefined ? routes : routes?.[fact.route]
  const fill: Record<string, Fill> = {
    from: link(doc, from.resource),
    to: link(doc, to.resource),
    address: to.range.text,
    table: fact.table === undefined ? 'its route table' : link(doc, fact.table, path),
    via: fact.via === undefined ? 'the gateway' : link(doc, fact.via),
  }
  return {
    fact: facts[fact.reason],
    fill,
    evidence: fact.table === undefined ? [] : [{ resource: fact.table, path, value }],
  }
}
