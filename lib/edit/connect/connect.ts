import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { fieldsOf } from '@/lib/topology/fields.generated'
import type { Kind } from '@/lib/topology/kinds'
import { kindTitle } from '../kindTitles'
import { titleOf } from '../titleOf'
import { joiners } from '.'
import { arrowFields, linksByTable } from './byTable'
import type { Link } from './link'

/** The ways to draw an arrow between two resources, or why there is none. */
export type Links = { ok: true; links: Link[] } | { ok: false; why: string }

export function linksBetween(document: TopologyDocument, from: string, to: string): Links {
  const [source, target] = [document.resources[from], document.resources[to]]
  if (!source || !target) return { ok: false, why: 'One end of the arrow does not exist.' }
  if (from === to) return { ok: false, why: `${titleOf(document, from)} is both ends of the arrow.` }
  const ends = { document, from, to, source, target }
  const joiner = joiners.find((each) => each.from === source.kind && each.to === target.kind)
  const links = joiner ? joiner.links(ends) : linksByTable(ends)
  if (typeof links === 'string') return { ok: false, why: links }
  if (links.length > 0) return { ok: true, links }
  return { ok: false, why: whyNot(document, from, source, to, target) }
}

function whyNot(document: TopologyDocument, from: string, source: Resource, to: string, target: Resource): string {
  const [one, other] = [titleOf(document, from), titleOf(document, to)]
  const back = joiners.some((each) => each.from === target.kind && each.to === source.kind)
  if (back) return `The arrow runs the other way: from ${other} to ${one}.`
  if (mayLead(source.kind, target.kind)) return `${one} and ${other} are connected already.`
  const kinds = leadsTo(source.kind).map(kindTitle)
  const title = kindTitle(source.kind)
  return kinds.length === 0
    ? `No arrow begins at ${one}: no field of ${title} names another resource.`
    : `No field of ${title} or ${kindTitle(target.kind)} names the other. From ${one} arrows lead to: ${kinds.join(', ')}.`
}

const mayLead = (from: Kind, to: Kind) => arrowFields(from, to).length > 0 || arrowFields(to, from).length > 0

const kindNames = Object.keys(fieldsOf) as Kind[]

/** The kinds that an arrow from this kind may end at. */
export const leadsTo = (kind: Kind): Kind[] =>
  kindNames.filter(
    (other) => joiners.some((each) => each.from === kind && each.to === other) || arrowFields(kind, other).length > 0,
  )
