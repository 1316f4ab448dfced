import type { Api, Method } from '@/lib/topology/document'

/** A resource of an API with what its path variables took. */
export interface Matched {
  /** Id of the resource, and its path as written: `/orders/{id}`. */
  id: string
  path: string
  parameters: Record<string, string>
}

interface Candidate extends Matched {
  /** Ranks a fit: literal before variable before greedy, segment by segment. */
  rank: string
}

const trees = new WeakMap<Api, { id: string; path: string; segments: string[] }[]>()

function treeOf(api: Api) {
  const kept = trees.get(api)
  if (kept) return kept
  const tree = Object.entries(api.resources).map(([id, r]) => ({ id, path: r.path, segments: segmentsOf(r.path) }))
  trees.set(api, tree)
  return tree
}

/** A trailing slash is ignored in matching. */
const segmentsOf = (path: string) => path.split('/').filter((s) => s !== '')

/**
 * The resources that a path fits, the best first. `{proxy+}` takes one segment or more, so not its parent
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html).
 */
export function matchesOf(api: Api, path: string): Matched[] {
  const wanted = segmentsOf(path)
  const found: Candidate[] = []
  for (const { id, path: written, segments } of treeOf(api)) {
    const fit = fits(segments, wanted)
    if (fit) found.push({ id, path: written, ...fit })
  }
  return found.sort((a, b) => (a.rank < b.rank ? -1 : 1))
}

function fits(segments: string[], wanted: string[]): { parameters: Record<string, string>; rank: string } | undefined {
  const parameters: Record<string, string> = {}
  let rank = ''
  for (const [i, segment] of segments.entries()) {
    const [, variable, greedy] = /^\{([^}+]+)(\+)?\}$/.exec(segment) ?? []
    const value = wanted[i]
    if (value === undefined) return undefined
    if (greedy && variable) {
      parameters[variable] = wanted.slice(i).join('/')
      return { parameters, rank: `${rank}2` }
    }
    if (variable) {
      parameters[variable] = value
      rank += '1'
    } else if (segment === value) rank += '0'
    else return undefined
  }
  return segments.length === wanted.length ? { parameters, rank } : undefined
}

/** The method of a resource for a verb: its own, else ANY. */
export function methodOf(api: Api, resource: string, verb: string): { name: string; method: Method } | undefined {
  const methods = api.resources[resource]?.methods ?? {}
  const name = Object.hasOwn(methods, verb) ? verb : 'ANY'
  const method = methods[name]
  return method && Object.hasOwn(methods, name) ? { name, method } : undefined
}
