import { known } from '@/lib/known/known'
import { holes } from '@/lib/network/holes'
import { nodePoints, type Point, pointInSubnet } from '@/lib/network/point'
import { resourceOf } from '@/lib/topology/document'
import { readWhole } from '@/lib/topology/read'
import { hiddenCheck } from '../route/hidden'
import { schemeCheck } from '../vpc-link/scheme'
import { statusCheck } from '../vpc-link/status'
import { add, addHop, type Walk } from '../walk'
import type { Next } from './next'
import { callAt } from './reach'

/** A VPC link: version 1 hands the call to its load balancer by PrivateLink, version 2 from interfaces in the VPC. */
export function linkStep(walk: Walk, { conn, id, balancer }: Next & { step: 'link' }): Next | undefined {
  const { doc } = walk
  addHop(walk, id, 'vpcLink', callAt(conn))
  const target = balancer !== undefined && resourceOf(doc, balancer, 'loadBalancer') ? balancer : undefined
  const gaps = [...holes(doc, id, '/target', '/version', '/subnets'), ...holes(doc, target, '/scheme')]
  add(walk, statusCheck(doc, id, gaps, target !== undefined, conn.integration?.own ?? ((o) => [o])))
  conn.integration?.enter(walk)
  if (target === undefined || gaps.length > 0) {
    walk.lost = true
    return undefined
  }
  const outside = schemeCheck(doc, id, target)
  if (outside) add(walk, outside)
  const link = resourceOf(doc, id, 'vpcLink')
  const nodes = nodePoints(doc, target)
  const points = nodes.known ? nodes.value : []
  if (!nodes.known) add(walk, hiddenCheck(doc, target, nodes.missing))
  const sources = link?.version === 'V2' ? interfacesOf(walk, id) : []
  return { step: 'balancer', conn, id: target, nodes: points, sources, named: link?.version === 'V2' }
}

function interfacesOf(walk: Walk, id: string): Point[] {
  const { doc } = walk
  const groups = readWhole(doc, id, 'vpcLink', 'securityGroups')
  const held = groups.known ? known(groups.value ?? [], groups.evidence) : groups
  return (resourceOf(doc, id, 'vpcLink')?.subnets ?? []).map((subnet) =>
    pointInSubnet(doc, id, subnet, undefined, held),
  )
}
