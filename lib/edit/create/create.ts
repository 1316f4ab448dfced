import type { Part } from '@/lib/templates/part'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import type { Operation } from '@/lib/topology/patch'
import { pointer } from '@/lib/topology/pointer'
import { idsOf } from '@/lib/wizard/ids'
import type { Change } from '../change'
import { shapesOf } from '../fields/shapes.generated'
import { freshId, takenIn } from '../freshId'
import { kindTitle } from '../kindTitles'
import { type Site, siteOf } from '../site'
import { starters } from '.'
import { blankFields } from './blank'
import type { Starter } from './starter'

/** A container that a new resource may stand in, where the document leaves a choice. */
export interface Choice {
  id: string
  kind: Kind
}

export type Created =
  | { ok: true; id: string; change: Change; document: TopologyDocument }
  | { ok: false; why: string; choices: Choice[] }

/**
 * A new resource of a kind, in a container or beside a resource. Where it must stand in a VPC and there are several, the
 * answer names them; where there is none, it says so.
 */
export function create(document: TopologyDocument, kind: Kind, into?: string, at?: { x: number; y: number }): Created {
  const needs = needsOf(kind)
  const chosen = into ?? onlyOne(document, needs)
  const site = siteOf(document, chosen)
  if (needs.includes('vpc') && site.vpc === undefined) return lacking(document, kind, 'vpc')
  if (needs.includes('subnet') && site.subnets.length === 0) return lacking(document, kind, 'subnet')
  for (const wanted of needs)
    if (wanted !== 'vpc' && wanted !== 'subnet' && !firstOf(document, wanted)) return lacking(document, kind, wanted)

  const owned = withAccount(document, site, kind)
  const { id, part } = made(owned.site, kind)
  const all = { ...owned.part, ...part }
  const patch: Operation[] = Object.entries(all).map(([each, value]) => ({
    op: 'add',
    path: pointer(['resources', each]),
    value,
  }))
  if (at) patch.push({ op: 'add', path: pointer(['layout', id]), value: at })
  return {
    ok: true,
    id,
    change: { label: `Add ${kindTitle(kind)} ${id}`, patch },
    document: {
      ...document,
      resources: { ...document.resources, ...all },
      layout: at ? { ...document.layout, [id]: at } : document.layout,
    },
  }
}

/** The kinds that a resource of this kind cannot do without: what its required references name, and its starter. */
export function needsOf(kind: Kind): Kind[] {
  const starter = starters[kind]
  const required = shapesOf[kind].flatMap(({ shape, optional }) =>
    !optional && shape.type === 'text' && shape.ref ? (shape.ref[0] ?? []) : [],
  )
  // A starter finds or makes what AWS gives along with a VPC.
  const own = required.filter((each) => each !== 'networkAcl')
  return [...new Set([...own, ...(starter?.needs ? [starter.needs] : [])])]
}

const firstOf = (document: TopologyDocument, kind: Kind) =>
  Object.entries(document.resources).find(([, each]) => each.kind === kind)?.[0]

function onlyOne(document: TopologyDocument, needs: readonly Kind[]): string | undefined {
  const inVpc = needs.includes('vpc') || needs.includes('subnet')
  const vpcs = Object.entries(document.resources).filter(([, each]) => each.kind === 'vpc')
  return inVpc && vpcs.length === 1 ? vpcs[0]?.[0] : undefined
}

function lacking(document: TopologyDocument, kind: Kind, wanted: Kind): Created {
  const choices = Object.entries(document.resources).flatMap(([id, each]) =>
    each.kind === wanted ? [{ id, kind: wanted }] : [],
  )
  const [title, other] = [kindTitle(kind), kindTitle(wanted)]
  const why =
    choices.length > 0
      ? `${title} stands in a ${other}: choose which.`
      : `${title} stands in a ${other}, and there is none yet. Add the ${other} first.`
  return { ok: false, why, choices }
}

/** Kinds that belong to no account of ours. */
const ownerless = new Set<Kind>(['account', 'httpEndpoint', 'network'])

function withAccount(document: TopologyDocument, site: Site, kind: Kind): { site: Site; part: Part } {
  if (site.account !== undefined || ownerless.has(kind) || (kind === 'client' && site.subnets.length === 0))
    return { site, part: {} }
  const { id, part } = made(site, 'account')
  const with_ = { ...document, resources: { ...document.resources, ...part } }
  return { site: siteOf(with_, id), part }
}

function made(site: Site, kind: Kind): { id: string; part: Part } {
  const starter = starters[kind] ?? generic(kind)
  const taken = takenIn(site.document)
  const owner = { account: site.account ?? '', region: site.setting.region }
  for (const also = new Set(taken); ; ) {
    const id = freshId(also, starter.word)
    const part = starter.make({ site, owner, id, ids: idsOf(id) })
    const words = Object.entries(part).flatMap(([each, { physicalId }]) => [each, physicalId ?? each])
    if (!words.some((word) => taken.has(word))) return { id, part }
    also.add(id)
  }
}

/** A kind without a starter: the fields that its schema asks for, references filled from where it stands. */
function generic(kind: Kind): Starter {
  const word = kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return {
    word,
    make: ({ id, site, owner }) => {
      const used: string[] = []
      const refer = (kinds: readonly string[]) => {
        const own = [site.vpc, ...site.subnets, site.account, ...Object.keys(site.document.resources)]
        const found = own.find(
          (each) =>
            each !== undefined && !used.includes(each) && kinds.includes(site.document.resources[each]?.kind ?? ''),
        )
        if (found !== undefined) used.push(found)
        return found
      }
      const fields = { ...blankFields(shapesOf[kind], refer), kind, name: id, ...(ownerless.has(kind) ? {} : owner) }
      return { [id]: fields as Resource }
    },
  }
}
