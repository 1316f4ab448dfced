import type { Evidence } from '@/lib/known/known'
import type { Point } from '@/lib/network/point'
import { routeTo } from '@/lib/network/routes'
import type { TopologyDocument } from '@/lib/topology/document'
import { valueAt } from '@/lib/topology/pointer'
import { defineCheck, type Finding } from '../check'
import { timeout } from '../outcome'
import { routeParts } from './parts'

export const there = defineCheck(
  'route.there',
  'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  {
    local: '{from} and {to} are in one VPC: the local route carries the call.',
    peering: '{table} leads over {via} to {to}.',
    'transit-gateway': '{table} leads over {via} to {to}.',
    gateway: '{table} leads over {via} to {to}.',
    internet: 'The call leaves {from} for the internet.',
    premises:
      'The call comes over the line that is attached to the VPC of {to}; the routers on premises are taken to carry it.',
    'no-route':
      'No route leads from {from} to {address}, the address of {to}. Add one to {table}, or call from a place that has one.',
    blackhole:
      'The route from {from} to {address} in {table} is a black hole: what it pointed to is gone. Point it to something that exists.',
    'leads-elsewhere':
      'Packets from {from} to {address} do not arrive at {to}: {table} sends them elsewhere. Add a route that leads there.',
    'from-internet':
      '{to} has the private address {address}, which nobody on the internet can reach. Call from a network that is connected to its VPC.',
    'not-attached': '{from} is not connected to the VPC of {to}.',
    'peering-inactive': '{table} leads over {via}, which is not active.',
    'not-visible': 'Whether {from} has a route to {to} is not known.',
  },
)

/** The request's way: by the table of the subnet that the call leaves. */
export function thereCheck(doc: TopologyDocument, from: Point, to: Point): Finding {
  const fact = routeTo(doc, from, to)
  const parts = () => routeParts(doc, fact, from, to)
  if (fact.verdict === 'pass') return there.pass(fact.reason, parts)
  // What cannot be reached names the stop: the table may belong to nobody who reads this.
  const about = () => {
    const found = parts()
    if (!doc.resources[to.resource]) return found
    const evidence = fact.reason === 'from-internet' ? addressesOf(doc, to.resource) : found.evidence
    return { ...found, evidence, resource: to.resource }
  }
  if (fact.verdict === 'fail') return there.fail(fact.reason, [timeout], about)
  return there.unknown(fact.reason, fact.missing ?? [], [timeout], parts)
}

/** Where the private addresses stand that nobody outside can reach. */
function addressesOf(doc: TopologyDocument, id: string): Evidence[] {
  const fields = ['/networkInterfaces', '/availabilityZones', '/privateIpAddress', '/tasks']
  const path = fields.find((field) => valueAt(doc.resources[id], field) !== undefined)
  return path === undefined ? [] : [{ resource: id, path, value: valueAt(doc.resources[id], path) }]
}
