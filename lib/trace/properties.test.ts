import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyCase } from '@/cases/everyCase'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { kinds } from '@/lib/topology/kinds'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { keysOf, pointer, valueAt } from '@/lib/topology/pointer'
import { referencesOf } from '@/lib/topology/references'
import { validate } from '@/lib/topology/validate'
import { trace } from './engine'
import type { Hop, Trace } from './trace'

/** Every case, blocked ones too: properties hold whatever a call meets. */
const put = await everyCase()
const anyCase = fc.constantFrom(...put)
const blockedCase = fc.constantFrom(...put.filter((p) => trace(p.document, p.invocation).verdict === 'blocked'))
const pick = <T>(list: T[], at: number): T | undefined => list[at % Math.max(1, list.length)]
const index = fc.nat(100_000)
const patient = { timeout: 120_000 }

/** Fields that only say where a thing belongs, or that people state of themselves: never hidden by an inspection. */
const structural = new Set([
  'kind',
  'name',
  'physicalId',
  'arn',
  'account',
  'region',
  'tags',
  'notVisible',
  'vpc',
  'place',
  'domainName',
  'host',
  'dnsName',
  'software',
  'sourceNat',
])

/** Bounded by the subnet that they stand in, so that another resource's is no completion. */
const bounded = /\/(privateIpAddress|address)$/

/** Every field of a resource that may be hidden, by its pointer: those that it has, and those that it lacks. */
function fieldsOf(resource: Resource): string[] {
  const all = Object.keys(kinds[resource.kind].shape).filter((key) => !structural.has(key))
  return all.flatMap((key) => [pointer([key]), ...below(Reflect.get(resource, key), pointer([key]), 6)])
}

function below(value: unknown, at: string, depth: number): string[] {
  if (typeof value !== 'object' || value === null || depth === 0) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = `${at}${pointer([key])}`
    return [path, ...below(inner, path, depth - 1)]
  })
}

/** What the trace passes through or speaks of: hiding something else is no test. */
function concerned({ hops }: Trace): string[] {
  const ids = new Set<string>()
  const visit = (list: readonly Hop[]) => {
    for (const hop of list) {
      ids.add(hop.resource)
      for (const check of hop.checks) {
        if (check.resource !== undefined) ids.add(check.resource)
        for (const { resource } of [...check.nouns, ...check.evidence]) ids.add(resource)
      }
      for (const branch of hop.branches ?? []) visit(branch.hops)
    }
  }
  visit(hops)
  return [...ids]
}

const hide = (doc: TopologyDocument, id: string, path: string): TopologyDocument => {
  const resource = doc.resources[id]
  if (!resource) return doc
  const hole = { path, why: 'accessDenied' as const, ask: 'What stands there?' }
  return {
    ...doc,
    resources: { ...doc.resources, [id]: { ...resource, notVisible: [...(resource.notVisible ?? []), hole] } },
  }
}

/** A field of a resource that the call has to do with. */
function drawn(doc: TopologyDocument, before: Trace, r: number, f: number): [id: string, path: string] | undefined {
  const id = pick(
    concerned(before).filter((i) => doc.resources[i]),
    r,
  )
  const resource = id === undefined ? undefined : doc.resources[id]
  const path = resource && pick(fieldsOf(resource), f)
  return id === undefined || path === undefined ? undefined : [id, path]
}

describe('traces', patient, () => {
  it('never turn pass into fail or fail into pass where a fact becomes unknown', () => {
    fc.assert(
      fc.property(anyCase, index, index, ({ document, invocation }, r, f) => {
        const before = trace(document, invocation)
        const at = drawn(document, before, r, f)
        if (!at) return
        const after = trace(hide(document, ...at), invocation)
        expect([before.verdict, 'unknown']).toContain(after.verdict)
      }),
      { numRuns: 500 },
    )
  })

  it('hold in every completion of what is unknown, wherever they are not unknown', () => {
    const values = valuesByField()
    fc.assert(
      fc.property(anyCase, index, index, fc.array(index, { minLength: 6, maxLength: 6 }), (one, r, f, fillers) => {
        const { document, invocation } = one
        const at = drawn(document, trace(document, invocation), r, f)
        if (!at) return
        const [id, path] = at
        const answer = trace(hide(document, id, path), invocation)
        if (answer.verdict === 'unknown' || bounded.test(path)) return
        const kind = document.resources[id]?.kind ?? ''
        const known = values.get(`${kind} ${general(path)}`) ?? []
        for (const filler of fillers) {
          const value = pick(known, filler)
          const complete = value === undefined ? undefined : completed(document, id, path, value)
          if (!complete) continue
          const then = trace(complete, invocation)
          expect([id, path, value, then.verdict]).toEqual([id, path, value, answer.verdict])
          if (answer.outcome.kind !== 'unknown' && then.outcome.kind !== 'unknown')
            expect([id, path, value, then.outcome.kind]).toEqual([id, path, value, answer.outcome.kind])
        }
      }),
      { numRuns: 250, seed: 6 },
    )
  })

  it('never reach because something that allows was taken away', () => {
    fc.assert(
      fc.property(blockedCase, index, ({ document, invocation }, e) => {
        const removal = pick(removals(document), e)
        if (!removal) return
        expect(trace(applyPatch(document, removal), invocation).verdict).not.toBe('reaches')
      }),
      { numRuns: 250 },
    )
  })

  it('never reach because something that denies was added', () => {
    fc.assert(
      fc.property(blockedCase, index, ({ document, invocation }, e) => {
        const denial = pick(denials(document), e)
        if (!denial) return
        expect(trace(applyPatch(document, denial), invocation).verdict).not.toBe('reaches')
      }),
      { numRuns: 250 },
    )
  })

  it('do not depend on logical ids, nor on the layout', () => {
    fc.assert(
      fc.property(anyCase, ({ document, invocation }) => {
        const words = new Set([invocation.vantage, invocation.signer])
        const renamed = rename(document, (id) => (words.has(id) ? id : `renamed-${id}`))
        const [before, after] = [trace(document, invocation), trace(renamed, invocation)]
        expect([after.verdict, after.outcome, after.hops.length]).toEqual([
          before.verdict,
          before.outcome,
          before.hops.length,
        ])
      }),
      { numRuns: 150 },
    )
  })
})

/** A path without positions and names, so that values of the same field are found in other resources. */
const general = (path: string): string =>
  path.replaceAll(/\/\d+/g, '/N').replaceAll(/^\/(deployments|stages|resources)\/[^/]+/g, '/$1/NAME')

/** Every value that the documents of the cases hold, by kind and field. */
function valuesByField(): Map<string, unknown[]> {
  const found = new Map<string, Map<string, unknown>>()
  for (const doc of new Set(put.map((p) => p.document)))
    for (const resource of Object.values(doc.resources))
      for (const path of fieldsOf(resource)) {
        const value = valueAt(resource, path)
        if (value === undefined) continue
        const key = `${resource.kind} ${general(path)}`
        const same = found.get(key) ?? new Map<string, unknown>()
        if (same.size < 60) same.set(JSON.stringify(value), value)
        found.set(key, same)
      }
  return new Map([...found].map(([key, same]) => [key, [...same.values()]]))
}

/** The document with another value in that place; undefined where that is no topology. */
function completed(doc: TopologyDocument, id: string, path: string, value: unknown): TopologyDocument | undefined {
  const at = `${pointer(['resources', id])}${path}`
  const known = valueAt(doc, at) !== undefined
  // What lies deeper cannot be added where its parent is missing.
  if (!known && valueAt(doc, at.slice(0, at.lastIndexOf('/'))) === undefined) return undefined
  const checked = validate(applyPatch(doc, [{ op: known ? 'replace' : 'add', path: at, value }]))
  return checked.ok ? checked.document : undefined
}

const denyAll = { Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }
const denyAbsent = { ...denyAll, Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-none' } } }
const denyOther = { ...denyAll, Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-none' } } }

/** Everything in the document that lets something through: rules, allowing entries, listeners, allowing statements. */
function removals(doc: TopologyDocument): Patch[] {
  const each = (id: string, list: readonly unknown[], at: string): Patch[] =>
    list.map((_, i) => [{ op: 'remove', path: pointer(['resources', id, at, i]) }])
  return Object.entries(doc.resources).flatMap(([id, resource]): Patch[] => {
    switch (resource.kind) {
      case 'securityGroup':
        return [
          ...each(id, resource.ipPermissions, 'ipPermissions'),
          ...each(id, resource.ipPermissionsEgress, 'ipPermissionsEgress'),
        ]
      case 'networkAcl':
        return resource.entries.flatMap((entry, i): Patch[] =>
          entry.ruleAction === 'allow' ? [[{ op: 'remove', path: pointer(['resources', id, 'entries', i]) }]] : [],
        )
      case 'loadBalancer':
        return each(id, resource.listeners, 'listeners')
      default:
        return policiesOf(id, resource).flatMap(({ at, text }) => withoutAllows(text, at))
    }
  })
}

/** Everything that may deny more: a statement in each policy, an entry in each ACL, before the others and behind them. */
function denials(doc: TopologyDocument): Patch[] {
  return Object.entries(doc.resources).flatMap(([id, resource]): Patch[] => {
    if (resource.kind !== 'networkAcl') return policiesOf(id, resource).flatMap(({ at, text }) => withDenies(text, at))
    const numbers = resource.entries.map((entry) => entry.ruleNumber)
    const free = [1, 99, 101, 32766].filter((n) => !numbers.includes(n))
    return free.flatMap((ruleNumber) =>
      [true, false].flatMap((egress) =>
        ['0.0.0.0/0', '10.0.0.0/16'].map((cidrBlock): Patch => {
          const value = {
            ruleNumber,
            egress,
            protocol: '6',
            cidrBlock,
            ruleAction: 'deny',
            portRange: { from: 0, to: 65535 },
          }
          return [{ op: 'add', path: pointer(['resources', id, 'entries', '-']), value }]
        }),
      ),
    )
  })
}

interface PolicyText {
  at: string
  text: string
}

/** The policies that answer calls: of endpoints, custom domains, identities, and of what each stage serves. */
function policiesOf(id: string, resource: Resource): PolicyText[] {
  const one = (path: PropertyKey[], text: string | undefined): PolicyText[] =>
    text === undefined ? [] : [{ at: pointer(['resources', id, ...path, 'text']), text }]
  switch (resource.kind) {
    case 'vpcEndpoint':
      return one(['policyDocument'], resource.policyDocument?.text)
    case 'domainName':
      return one(['policy'], resource.policy?.text)
    case 'principal':
      return resource.identityPolicies.flatMap((policy, i) => one(['identityPolicies', i], policy.text))
    case 'restApi':
      return Object.entries(resource.deployments).flatMap(([name, { api }]) =>
        one(['deployments', name, 'api', 'policy'], api.policy?.text),
      )
    default:
      return []
  }
}

interface Written {
  Statement: { Effect: string }[]
}

/** The statements of a policy; undefined for one that AWS would refuse, as some cases have it. */
function statementsOf(text: string): Written | undefined {
  try {
    const policy: { Statement?: Written['Statement'] | Written['Statement'][number] } = JSON.parse(text)
    return policy.Statement === undefined ? undefined : { ...policy, Statement: [policy.Statement].flat() }
  } catch {
    return undefined
  }
}

function withoutAllows(text: string, path: string): Patch[] {
  const policy = statementsOf(text)
  return (policy?.Statement ?? []).flatMap((statement, i): Patch[] => {
    if (!policy || statement.Effect !== 'Allow') return []
    const left = { ...policy, Statement: policy.Statement.filter((_, n) => n !== i) }
    // A policy needs a statement: one that allows nothing that is called takes the place of the last.
    const rest =
      left.Statement.length > 0
        ? left
        : { ...policy, Statement: [{ ...statement, Resource: 'arn:aws:execute-api:nowhere:000000000000:none/*' }] }
    return [[{ op: 'replace', path, value: JSON.stringify(rest) }]]
  })
}

function withDenies(text: string, path: string): Patch[] {
  const policy = statementsOf(text)
  if (!policy) return []
  const named = policy.Statement.some((s) => 'Principal' in s || 'NotPrincipal' in s)
  return [denyAll, denyAbsent, denyOther].map((deny): Patch => {
    const { Principal: _, ...unnamed } = deny
    const more = { ...policy, Statement: [...policy.Statement, named ? deny : unnamed] }
    return [{ op: 'replace', path, value: JSON.stringify(more) }]
  })
}

/** The document under other logical ids: keys, and every field that names one. */
function rename(doc: TopologyDocument, name: (id: string) => string): TopologyDocument {
  const resources: Record<string, Resource> = {}
  for (const [id, resource] of Object.entries(doc.resources)) {
    const copy: Resource = structuredClone(resource)
    for (const { path: at, to } of referencesOf(resource)) if (doc.resources[to]) set(copy, keysOf(at), name(to))
    if (copy.kind === 'hostedZone')
      for (const record of copy.records)
        if (record.aliasTo !== undefined && doc.resources[record.aliasTo]) record.aliasTo = name(record.aliasTo)
    resources[name(id)] = copy
  }
  const seen = doc.seen?.map((place) => ({ ...place, account: name(place.account) }))
  return { ...doc, resources, ...(seen ? { seen } : {}), layout: { anything: { x: 1, y: 2 } } }
}

function set(root: unknown, keys: string[], value: string): void {
  const [key, ...rest] = keys
  if (key === undefined || typeof root !== 'object' || root === null) return
  if (rest.length === 0) Reflect.set(root, key, value)
  else set(Reflect.get(root, key), rest, value)
}
