import type { Point } from '@/lib/network/point'
import { routeBack } from '@/lib/network/routes'
import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Finding } from '../check'
import { timeout } from '../outcome'
import { routeParts } from './parts'

export const back = defineCheck(
  'route.back',
  'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  {
    local: 'The answer from {from} stays in the VPC.',
    peering: '{table} leads the answer over {via} back to {to}.',
    'transit-gateway': '{table} leads the answer over {via} back to {to}.',
    gateway: '{table} leads the answer over {via} back to {to}.',
    internet: 'The answer goes back over the internet.',
    'no-route': 'The call arrives, but no route in {table} leads the answer from {from} back to {address}. Add one.',
    blackhole: 'The call arrives, but the route back to {address} in {table} is a black hole.',
    'leads-elsewhere':
      'The call arrives, but {table} sends the answer for {address} elsewhere. Add a route that leads back to {to}.',
    'not-attached': 'The answer has no way back: {to} is not connected to the VPC of {from}.',
    'peering-inactive': 'The answer has no way back: {via} is not active.',
    'not-visible': 'Whether the answer finds a route back from {from} to {to} is not known.',
  },
)

type Home = Point['home'] & { in: 'vpc' }

/** The answer's way: by the table of the subnet that was called. */
export function backCheck(doc: TopologyDocument, here: Point, home: Home, caller: Point): Finding {
  const fact = routeBack(doc, here, home, caller)
  const parts = () => routeParts(doc, fact, here, caller)
  if (fact.verdict === 'pass') return back.pass(fact.reason, parts)
  const about = () => (fact.table === undefined ? parts() : { ...parts(), resource: fact.table })
  if (fact.verdict === 'fail') return back.fail(fact.reason, [timeout], about)
  return back.unknown(fact.reason, fact.missing ?? [], [timeout], about)
}
