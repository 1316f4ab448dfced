import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { valueAt } from '@/lib/topology/pointer'
import { referencesOf } from '@/lib/topology/references'

/** What no AWS call shows: stated facts, what a link's endpoint service says, licences, names without a tag. */
const unread = ['software', 'answers', 'endpointConnection', 'icpLicence', 'certificate', 'name', 'tags', 'notVisible']
/** What AWS tells and a drawing leaves out. */
const onlyRead = ['apiKeySource', 'passthroughBehavior', 'dnsEntries']

/**
 * The differences between what is drawn and what was read of it, as `RESOURCE/PATH: …`, after the one renaming that must
 * make both equal: AWS's ids in the place of the drawing's own.
 */
export function differences(drawn: TopologyDocument, read: TopologyDocument): string[] {
  const found: string[] = []
  for (const [id, resource] of renamed(drawn)) {
    const other = read.resources[id]
    if (other) compare(id, served(resource), served(other), found)
  }
  return found
}

/** What is drawn and was not read. */
export const missing = (drawn: TopologyDocument, read: TopologyDocument): string[] =>
  [...renamed(drawn).keys()].filter((id) => !read.resources[id])

/** What stands in the document only because something names it. */
export const standIns = (read: TopologyDocument): string[] =>
  Object.entries(read.resources).flatMap(([id, r]) => (r.notVisible?.some((h) => h.path === '') ? [id] : []))

function renamed(drawn: TopologyDocument): Map<string, Resource> {
  const id = (logical: string) => drawn.resources[logical]?.physicalId ?? logical
  const found = new Map<string, Resource>()
  for (const [logical, resource] of Object.entries(drawn.resources)) {
    const copy = structuredClone(resource)
    for (const { path, to } of referencesOf(resource)) {
      const cut = path.lastIndexOf('/')
      const parent = valueAt(copy, path.slice(0, cut))
      if (typeof parent === 'object' && parent !== null) Object.assign(parent, { [path.slice(cut + 1)]: id(to) })
    }
    found.set(id(logical), copy)
  }
  return found
}

/** Deployments that no stage serves are not exported: only those that are served are compared. */
function served(resource: Resource): Resource {
  if (resource.kind !== 'restApi') return resource
  const keys = Object.values(resource.stages).map((s) => s.deploymentId)
  const deployments = Object.fromEntries(Object.entries(resource.deployments).filter(([id]) => keys.includes(id)))
  return { ...resource, deployments }
}

function compare(at: string, drawn: unknown, read: unknown, found: string[]): void {
  if (typeof drawn !== 'object' || drawn === null) {
    if (drawn !== read && !sameJson(drawn, read))
      found.push(`${at}: drawn ${JSON.stringify(drawn)}, read ${JSON.stringify(read)}`)
    return
  }
  for (const key of new Set([...Object.keys(drawn), ...keysOf(read)])) {
    if (unread.includes(key) || onlyRead.includes(key)) continue
    const [a, b] = [field(drawn, key), field(read, key)]
    if (!isNothing(a) || !isNothing(b)) compare(`${at}/${key}`, a, b, found)
  }
}

const keysOf = (value: unknown): string[] => (typeof value === 'object' && value !== null ? Object.keys(value) : [])

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined

/** Nothing set, in any of its spellings. */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === false || (typeof value === 'object' && keysOf(value).length === 0)

/** Policies are texts that mean the same, however they are laid out. */
function sameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return false
  try {
    return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b))
  } catch {
    return false
  }
}
