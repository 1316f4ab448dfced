import type { Missing } from '@/lib/known/known'
import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { readWhole } from '@/lib/topology/read'
import { peerings, transitGateways } from './perDocument'
import type { Point } from './point'
import { covers, overlaps, rangeOf } from './range'

type Permission = ResourceOf<'securityGroup'>['ipPermissions'][number]

export interface GroupFact {
  verdict: 'pass' | 'fail' | 'unknown'
  reason: 'admits' | 'no-filter' | 'no-rule' | 'no-groups' | 'partly' | 'not-visible'
  /** The group that admits; when none does, the first one. */
  group?: string
  /** JSON Pointer of the rule that admits. */
  rule?: string
  /** A rule that names a group which the other end does not carry, so that it cannot match. */
  nearMiss?: { group: string; names: string }
  missing?: Missing[]
}

/**
 * Whether the groups at one end admit the other end. Rules only allow; all groups of an interface count together
 * (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html). Stateful: answers are not asked.
 */
export function groupsAdmit(
  doc: TopologyDocument,
  here: Point,
  direction: 'in' | 'out',
  peer: Point,
  port: number,
): GroupFact {
  const { groups } = here
  if (!groups.known) return { verdict: 'unknown', reason: 'not-visible', missing: groups.missing }
  if (groups.value === undefined) return { verdict: 'pass', reason: 'no-filter' }
  const [first] = groups.value
  if (first === undefined) return { verdict: 'fail', reason: 'no-groups' }
  const field = direction === 'in' ? 'ipPermissions' : 'ipPermissionsEgress'
  const missing: Missing[] = []
  let partly: { group: string; rule: string } | undefined
  let nearMiss: GroupFact['nearMiss']
  for (const group of groups.value) {
    const rules = readWhole(doc, group, 'securityGroup', field)
    if (!rules.known) {
      missing.push(...rules.missing)
      continue
    }
    for (const [i, permission] of (rules.value ?? []).entries()) {
      if (!isOpen(permission, port)) continue
      const match = admits(doc, permission, here, peer)
      const rule = `/${field}/${i}`
      if (match.all) return { verdict: 'pass', reason: 'admits', group, rule }
      if (match.some) partly ??= { group, rule }
      if (match.names) nearMiss ??= { group, names: match.names }
      missing.push(...match.missing)
    }
  }
  if (missing.length > 0) return { verdict: 'unknown', reason: 'not-visible', group: first, missing }
  if (partly) return { verdict: 'unknown', reason: 'partly', ...partly, missing: [whichAddress(peer)] }
  return { verdict: 'fail', reason: 'no-rule', group: first, ...(nearMiss ? { nearMiss } : {}) }
}

const whichAddress = (peer: Point): Missing => ({
  resource: peer.resource,
  path: '',
  why: 'notModelled',
  ask: `Which address of ${peer.range.text} does the call come from?`,
})

function isOpen(permission: Permission, port: number): boolean {
  const { ipProtocol, fromPort = 0, toPort = 65535 } = permission
  if (ipProtocol === '-1') return true
  return (ipProtocol === 'tcp' || ipProtocol === '6') && fromPort <= port && port <= toPort
}

interface Match {
  all: boolean
  some: boolean
  names?: string
  missing: Missing[]
}

function admits(doc: TopologyDocument, permission: Permission, here: Point, peer: Point): Match {
  let some = false
  const missing: Missing[] = []
  const blocks = [...(permission.cidrs ?? [])]
  for (const list of permission.prefixLists ?? []) {
    const entries = readWhole(doc, list, 'managedPrefixList', 'entries')
    if (entries.known) blocks.push(...(entries.value ?? []))
    else missing.push(...entries.missing)
  }
  for (const block of blocks) {
    const range = rangeOf(block)
    if (!range) continue
    if (covers(range, peer.range)) return { all: true, some: true, missing: [] }
    some ||= overlaps(range, peer.range)
  }
  let names: string | undefined
  for (const group of permission.groups ?? []) {
    if (!peer.groups.known) missing.push(...peer.groups.missing)
    else if (peer.groups.value?.includes(group)) {
      const reaches = referenceReaches(doc, here, peer)
      if (reaches === true) return { all: true, some: true, missing: [] }
      if (reaches !== false) missing.push(reaches)
    } else names ??= group
  }
  return { all: false, some, missing, ...(names === undefined ? {} : { names }) }
}

/**
 * A reference to a group matches inside the VPC, in an active peered VPC of the same region
 * (https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html), and across a transit gateway only
 * where gateway and attachments support it
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyTransitGatewayOptions.html).
 */
function referenceReaches(doc: TopologyDocument, here: Point, peer: Point): boolean | Missing {
  if (here.home.in !== 'vpc' || peer.home.in !== 'vpc') return false
  const [a, b] = [here.home.vpc, peer.home.vpc]
  if (a === b) return true
  if (resourceOf(doc, a, 'vpc')?.region !== resourceOf(doc, b, 'vpc')?.region) return false
  const joined = peerings(doc).some(
    ([, p]) =>
      p.status === 'active' && ((p.requester === a && p.accepter === b) || (p.requester === b && p.accepter === a)),
  )
  if (joined) return true
  return transitGateways(doc).some(([, transit]) => {
    const ends = transit.attachments.filter((x) => x.to === a || x.to === b)
    return (
      transit.securityGroupReferencingSupport === true &&
      ends.length === 2 &&
      ends.every((end) => end.securityGroupReferencingSupport !== false)
    )
  })
}
