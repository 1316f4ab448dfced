import type { AclFact, Ports } from '@/lib/network/networkAcls'
import type { Point } from '@/lib/network/point'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { type Fill, link } from '../check'

export const subnetOf = (point: Point): string | undefined =>
  point.home.in === 'vpc' && !point.unread ? point.home.subnet : undefined

/** The nouns and the evidence of an ACL's word, the same for all four passages. */
export function aclParts(doc: TopologyDocument, fact: AclFact, subnet: string, peer: Point, ports: Ports) {
  const entries = resourceOf(doc, fact.acl, 'networkAcl')?.entries
  const path = fact.entry === undefined ? '/entries' : `/entries/${fact.entry}`
  const value = fact.entry === undefined ? entries : entries?.[fact.entry]
  const fill: Record<string, Fill> = {
    acl: fact.acl === subnet ? 'the network ACL' : link(doc, fact.acl, path),
    subnet: link(doc, subnet),
    peer: peer.range.text,
    ports: ports[0] === ports[1] ? `tcp ${ports[0]}` : `tcp ${ports[0]}-${ports[1]}`,
  }
  const words = { pass: 'acl allows', fail: 'acl denies', unknown: 'acl not known' }
  return { fact: words[fact.verdict], fill, resource: fact.acl, evidence: [{ resource: fact.acl, path, value }] }
}
