import type { TopologyDocument } from '@/lib/topology/document'
import { apiShape } from '@/lib/topology/kinds/api'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { keysOf, pointer, valueAt } from '@/lib/topology/pointer'
import { validate } from '@/lib/topology/validate'
import { added } from './added'
import type { Reads } from './reads'

/** One field changed; `inverse` undoes it. */
export interface Mutation {
  /** The field, and where it is changed when that is more than one place. */
  name: string
  path: string
  patch: Patch
  inverse: Patch
}

/** What stands for a value of another kind; the first that leaves a valid topology is taken. */
const words: Readonly<Record<string, unknown[]>> = {
  active: ['failed'],
  available: ['failed'],
  AVAILABLE: ['FAILED'],
  healthy: ['unhealthy'],
  RUNNING: ['STOPPED'],
  PRIVATE: ['REGIONAL'],
  V1: ['V2'],
  network: ['application'],
  internal: ['internet-facing'],
  ip: ['instance', 'alb'],
  tcp: ['udp'],
  TCP: ['UDP'],
  '-1': ['udp'],
  allow: ['deny'],
  deny: ['allow'],
  forward: ['fixed-response'],
  NONE: ['AWS_IAM'],
  HTTP_PROXY: ['MOCK'],
  HTTP: ['MOCK'],
  VPC_LINK: ['INTERNET'],
  GET: ['POST'],
  TLS_1_2: ['SecurityPolicy_TLS13_1_3_2025_09'],
  true: ['false'],
  false: ['true'],
  local: ['igw'],
}

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }],
})

/** Other values for a field: as many as are worth a try, the likeliest first. */
function othersOf(doc: TopologyDocument, path: string, value: unknown): unknown[] {
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return value === 0 ? [1] : /port/i.test(path) ? [value + 1] : [0, value + 1]
  if (typeof value !== 'string') return []
  if (/\/(physicalId|name)$/.test(path)) return [`${value}x`]
  if (path.endsWith('/accountId')) return ['999988887777']
  if (value === 'AmazonProvidedDNS') return ['10.0.0.9']
  const resource = doc.resources[value]
  const peers = Object.keys(doc.resources).filter((id) => id !== value && doc.resources[id]?.kind === resource?.kind)
  if (resource) return peers
  if (value.startsWith('{') && path.endsWith('/text')) return [policy]
  if (words[value]) return words[value]
  if (/^\d+\.\d+\.\d+\.\d+\/\d+$/.test(value)) return ['198.18.0.0/24']
  if (/^\d+\.\d+\.\d+\.\d+$/.test(value)) return ['198.18.0.9']
  if (/^https?:/.test(value)) return [value.replace(/^(https?:\/\/)[^/]+/, '$1gone.example.com')]
  return [`${value}x`]
}

/** Every field that was read, changed: what is deployed on its own, what is saved on its own and deployed with it. */
export function mutationsOf(doc: TopologyDocument, { values, absent }: Reads): { made: Mutation[]; missed: string[] } {
  const made: Mutation[] = []
  const missed: string[] = []
  const take = (path: string, others: unknown[], op: 'add' | 'replace') => {
    const found = others.flatMap((value) => variantsOf(doc, path).map((paths) => edit(doc, paths, value, op)))
    const valid = found.filter((m) => validate(applyPatch(doc, m.patch)).ok)
    // Of several values for one place one is enough.
    const first = valid.filter((m, i) => valid.findIndex((o) => o.name === m.name) === i)
    made.push(...first)
    if (first.length === 0) missed.push(path)
  }
  for (const path of values) take(path, othersOf(doc, path, valueAt(doc, path)), 'replace')
  for (const path of absent) take(path, added(path), 'add')
  return { made, missed }
}

function edit(doc: TopologyDocument, paths: string[], value: unknown, op: 'add' | 'replace'): Mutation {
  const [path = ''] = paths
  return {
    name: paths.length > 1 ? `${path} and deployed` : path,
    path,
    patch: paths.map((at) => ({ op, path: at, value })),
    inverse: paths.map((at) =>
      op === 'add' ? { op: 'remove', path: at } : { op: 'replace', path: at, value: valueAt(doc, at) },
    ),
  }
}

/** What is saved on an API may be changed alone, or with what its stages serve. */
function variantsOf(doc: TopologyDocument, path: string): string[][] {
  const [, id = '', field = '', ...rest] = keysOf(path)
  const api = doc.resources[id]
  if (api?.kind !== 'restApi' || !Object.hasOwn(apiShape, field)) return [[path]]
  const inside = [field, ...rest]
  const served = Object.keys(api.deployments).map((name) =>
    pointer(['resources', id, 'deployments', name, 'api', ...inside]),
  )
  const parents = served.filter((at) => valueAt(doc, at.slice(0, at.lastIndexOf('/'))) !== undefined)
  return [[path], [path, ...parents]]
}
