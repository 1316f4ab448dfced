import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf, readCases } from '@/lib/cases/read'
import { parseCall } from '@/lib/invocation/curl/parse'
import type { Invocation } from '@/lib/invocation/invocation'
import { vantageOf } from '@/lib/network/vantage'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { kinds } from '@/lib/topology/kinds'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { keysOf } from '@/lib/topology/pointer'
import { referencesOf } from '@/lib/topology/references'
import { validate } from '@/lib/topology/validate'
import { trace } from './engine'

interface Put {
  id: string
  doc: TopologyDocument
  invocation: Invocation
}

const folder = path.join(import.meta.dirname, '../../cases/trace')

/** Every case as a document and a call. */
const put: Put[] = []
for (const file of readdirSync(folder)) {
  const cases = readCases(readFileSync(path.join(folder, file), 'utf8'))
  if (!cases.ok) continue
  const start = await documentOf(cases.file, async () => {
    throw new Error('The cases hold their documents themselves.')
  })
  for (const asked of cases.file.cases) {
    if (asked.use === 'explain-only') continue
    const checked = validate(applyPatch(start, asked.patch ?? []))
    if (!checked.ok) continue
    const doc = checked.document
    const { signsHostOf } = vantageOf(doc, asked.from)
    const call = parseCall(asked.curl, { vantage: asked.from, ...(signsHostOf ? { signsHostOf } : {}) })
    if (call.ok)
      put.push({
        id: asked.id,
        doc,
        invocation: asked.signer ? { ...call.invocation, signer: asked.signer } : call.invocation,
      })
  }
}

const anyCase = fc.constantFrom(...put)
const pick = <T>(list: T[], at: number): T | undefined => list[at % Math.max(1, list.length)]
const index = fc.nat(10_000)

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
])

describe('traces', () => {
  it('never turn pass into fail or fail into pass where a fact becomes unknown', () => {
    fc.assert(
      fc.property(anyCase, index, index, ({ doc, invocation }, r, f) => {
        const [id, resource] = pick(Object.entries(doc.resources), r) ?? []
        if (id === undefined || !resource) return
        const fields = Object.keys(kinds[resource.kind].shape).filter((key) => !structural.has(key))
        const hidden = {
          ...resource,
          notVisible: [{ path: `/${pick(fields, f)}`, why: 'accessDenied' as const, ask: 'What stands there?' }],
        }
        const before = trace(doc, invocation).verdict
        const after = trace({ ...doc, resources: { ...doc.resources, [id]: hidden } }, invocation).verdict
        expect([before, 'unknown']).toContain(after)
      }),
      { numRuns: 150 },
    )
  })

  it('never reach because something that allows was taken away', () => {
    fc.assert(
      fc.property(anyCase, index, index, ({ doc, invocation }, r, e) => {
        const [id, resource] =
          pick(
            Object.entries(doc.resources).filter(([, x]) => permits(x).length > 0),
            r,
          ) ?? []
        const removal = id === undefined || !resource ? undefined : pick(permits(resource), e)
        if (id === undefined || !removal) return
        const before = trace(doc, invocation).verdict
        const after = trace(applyPatch(doc, removal(id)), invocation).verdict
        if (before === 'blocked') expect(after).not.toBe('reaches')
      }),
      { numRuns: 150 },
    )
  })

  it('do not depend on logical ids, nor on the layout', () => {
    fc.assert(
      fc.property(anyCase, ({ doc, invocation }) => {
        const words = new Set([invocation.vantage, invocation.signer])
        const renamed = rename(doc, (id) => (words.has(id) ? id : `renamed-${id}`))
        const [before, after] = [trace(doc, invocation), trace(renamed, invocation)]
        expect([after.verdict, after.outcome, after.hops.length]).toEqual([
          before.verdict,
          before.outcome,
          before.hops.length,
        ])
      }),
      { numRuns: 80 },
    )
  })
})

type Removal = (id: string) => Patch

/** Everything of a resource that lets something through: rules, allowing entries, listeners, allowing statements. */
function permits(resource: Resource): Removal[] {
  const each = (list: unknown[], at: string): Removal[] =>
    list.map((_, i) => (id) => [{ op: 'remove', path: `/resources/${escaped(id)}/${at}/${i}` }])
  switch (resource.kind) {
    case 'securityGroup':
      return [
        ...each(resource.ipPermissions, 'ipPermissions'),
        ...each(resource.ipPermissionsEgress, 'ipPermissionsEgress'),
      ]
    case 'networkAcl':
      return resource.entries.flatMap((entry, i): Removal[] =>
        entry.ruleAction === 'allow'
          ? [(id) => [{ op: 'remove', path: `/resources/${escaped(id)}/entries/${i}` }]]
          : [],
      )
    case 'loadBalancer':
      return each(resource.listeners, 'listeners')
    case 'vpcEndpoint':
      return withoutAllows(resource.policyDocument?.text, '/policyDocument/text')
    case 'restApi':
      return Object.entries(resource.deployments).flatMap(([name, d]) =>
        withoutAllows(d.api.policy?.text, `/deployments/${name}/api/policy/text`),
      )
    default:
      return []
  }
}

const escaped = (id: string) => id.replaceAll('~', '~0').replaceAll('/', '~1')

function withoutAllows(text: string | undefined, at: string): Removal[] {
  if (text === undefined) return []
  const policy: { Statement: { Effect: string }[] } = JSON.parse(text)
  return policy.Statement.flatMap((statement, i): Removal[] => {
    if (statement.Effect !== 'Allow') return []
    const left = { ...policy, Statement: policy.Statement.filter((_, n) => n !== i) }
    // A policy needs a statement: one that allows nothing that is called takes the place of the last.
    const rest =
      left.Statement.length > 0
        ? left
        : { ...policy, Statement: [{ ...statement, Resource: 'arn:aws:execute-api:nowhere:000000000000:none/*' }] }
    return [(id) => [{ op: 'replace', path: `/resources/${escaped(id)}${at}`, value: JSON.stringify(rest) }]]
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
  return { ...doc, resources, layout: { anything: { x: 1, y: 2 } } }
}

function set(root: unknown, keys: string[], value: string): void {
  const [key, ...rest] = keys
  if (key === undefined || typeof root !== 'object' || root === null) return
  if (rest.length === 0) Reflect.set(root, key, value)
  else set(Reflect.get(root, key), rest, value)
}
