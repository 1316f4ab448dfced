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

export type Created =
  | { ok: true; id: string; change: Change; document: TopologyDocument }
  | { ok: false; why: string; choices: string[] }

/**
 * A new resource of a kind, in a container or beside a resource. Where it must stand in a VPC and there are several, the
 * answer names them; where there is none, it says so.
 */
export function create(document: TopologyDocument, kind: Kind, into?: string, at?: { x: number; y: number }): Created {
  const needs = needsOf(kind)
  const inside = (each: Kind) => needs.some((kinds) => kinds.includes(each))
  const wished = siteOf(document, into)
  // Beside something that stands in no VPC, the only VPC there is leaves no choice.
  const homeless = (inside('vpc') || inside('subnet')) && wished.vpc === undefined
  const site = homeless ? siteOf(document, onlyVpc(document) ?? into) : wished
  for (const [n, kinds] of needs.entries()) {
    const wanted = needs.slice(0, n + 1).filter((each) => each[0] === kinds[0]).length
    if (idsOfKinds(document, kinds).length < wanted) return lacking(document, kind, kinds)
  }
  if (inside('vpc') && site.vpc === undefined) return lacking(document, kind, ['vpc'])
  if (inside('subnet') && site.subnets.length === 0) return lacking(document, kind, ['subnet'])

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

/** What a resource of this kind cannot do without: what its required references may name, and what its starter wants. */
export function needsOf(kind: Kind): Kind[][] {
  const starter = starters[kind]
  const required = shapesOf[kind].flatMap(({ shape, optional }) =>
    !optional && shape.type === 'text' && shape.ref ? [shape.ref] : [],
  )
  // AWS gives the ACL along with the VPC.
  const own = required.filter((kinds) => !kinds.includes('networkAcl'))
  const named = own.some((kinds) => kinds[0] === starter?.needs)
  return [...own, ...(starter?.needs && !named ? [[starter.needs]] : [])]
}

const idsOfKinds = (document: TopologyDocument, kinds: readonly Kind[]) =>
  Object.entries(document.resources).flatMap(([id, each]) => (kinds.includes(each.kind) ? [id] : []))

function onlyVpc(document: TopologyDocument): string | undefined {
  const vpcs = idsOfKinds(document, ['vpc'])
  return vpcs.length === 1 ? vpcs[0] : undefined
}

function lacking(document: TopologyDocument, kind: Kind, wanted: readonly Kind[]): Created {
  const choices = idsOfKinds(document, wanted)
  const [title, other] = [kindTitle(kind), wanted.map(kindTitle).join(' or ')]
  if (wanted[0] === 'vpc' || wanted[0] === 'subnet')
    return choices.length > (kind === 'vpcPeeringConnection' ? 1 : 0)
      ? { ok: false, why: `${title} stands in a ${other}: choose which.`, choices }
      : {
          ok: false,
          why: `${title} stands in a ${other}, and there is none for it yet. Add the ${other} first.`,
          choices: [],
        }
  return { ok: false, why: `${title} names a ${other}, and there is none yet. Add the ${other} first.`, choices: [] }
}

/** Kinds that belong to no account of ours. */
const ownerless = new Set<Kind>(['account', 'httpEndpoint', 'network'])

function withAccount(document: TopologyDocument, site: Site, kind: Kind): { site: Site; part: Part } {
  if (site.account !== undefined || ownerless.has(kind) || (kind === 'client' && site.subnets.length === 0))
    return { site, part: {} }
  const { id, part } = made(site, 'account')
  const grown = { ...document, resources: { ...document.resources, ...part } }
  return { site: { ...site, document: grown, account: id, accountId: siteOf(grown, id).accountId }, part }
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
