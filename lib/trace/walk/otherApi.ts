import { holderIn } from '@/lib/network/holders'
import { holes } from '@/lib/network/holes'
import type { Point } from '@/lib/network/point'
import { resourceOf, type Target } from '@/lib/topology/document'
import { otherTypeCheck } from '../api-selection/endpointType'
import { otherApiCheck } from '../integration/otherApi'
import { registeredCheck } from '../target/registered'
import { add, addHop, type Walk } from '../walk'
import type { Next } from './next'
import { callAt } from './reach'

/** An HTTP or WebSocket API: only what a route leads to is known, nothing of how the API answers. */
export function otherApiStep(walk: Walk, { conn, entrance, id }: Next & { step: 'otherApi' }): Next | undefined {
  const { doc } = walk
  const api = resourceOf(doc, id, 'otherApi')
  addHop(walk, id, 'otherApi', callAt(conn))
  if (entrance.endpoint !== undefined) add(walk, otherTypeCheck(doc, id, entrance.endpoint))
  const unread = holes(doc, id, '/routes')
  if (unread.length > 0) {
    add(walk, otherApiCheck(doc, id, conn.host ?? '', unread))
    walk.lost = true
    return undefined
  }
  const route =
    api?.routes?.find((r) => r.routeKey === `${conn.method} ${conn.path}` || r.routeKey === `ANY ${conn.path}`) ??
    api?.routes?.find((r) => r.routeKey === '$default')
  const link = resourceOf(doc, route?.connection, 'vpcLink')
  const vpc = resourceOf(doc, link?.subnets?.[0], 'subnet')?.vpc
  if (!route?.targets || vpc === undefined) {
    add(walk, otherApiCheck(doc, id, conn.host ?? ''))
    walk.lost = true
    return undefined
  }
  const held = route.targets.map((target): [Target, Point | undefined] => [target, holderIn(doc, vpc, target.id ?? '')])
  const real = held.filter(([, point]) => point !== undefined)
  add(walk, registeredCheck(doc, id, held.length, real.length))
  const [target, point] = real[0] ?? []
  if (!target || !point) {
    walk.lost = true
    return undefined
  }
  const kind = doc.resources[point.resource]?.kind ?? 'ecsService'
  addHop(walk, point.resource, kind, callAt({ ...conn, port: target.port ?? 80, scheme: 'http' }))
  return {
    step: 'software',
    conn: { ...conn, port: target.port ?? 80, scheme: 'http', by: 'gateway', via: 'network' },
    id: point.resource,
  }
}
