import { describe, expect, it } from 'vitest'
import { parseCall } from '@/lib/invocation/curl/parse'
import { buildTemplate } from '@/lib/templates/build'
import { applyPatch, equal } from '@/lib/topology/patch'
import { trace } from '@/lib/trace/engine'
import type { Fix, Hop, Trace } from '@/lib/trace/trace'
import { withFixes } from '../withFixes'
import { type Mutation, mutationsOf } from './mutate'
import { readsOf } from './reads'
import { noEffect, noFix, notChanged } from './reasons'

const doc = buildTemplate('two-api-chain')
const url = 'https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc'
const call = parseCall(`curl ${url}`, { vantage: 'client-consumer' })
if (!call.ok) throw new Error(call.says)
const { invocation } = call
const before = trace(doc, invocation)
const { made, missed } = mutationsOf(
  doc,
  readsOf(doc, (watched) => trace(watched, invocation)),
)

type Class = 'blocked' | 'unknown' | 'reaches otherwise' | 'said otherwise' | 'the same'

/** What is decided at the hops and in their branches, without the words for it. */
const decided = (hops: Hop[]): string =>
  JSON.stringify(
    hops.map((h) => [
      h.resource,
      h.call,
      h.checks.map((c) => [c.id, c.verdict, c.reason, c.resource]),
      (h.branches ?? []).map((b) => [b.to, b.share, decided(b.hops)]),
    ]),
  )

function classOf(after: Trace): Class {
  if (after.verdict !== 'reaches') return after.verdict
  if (decided(after.hops) !== decided(before.hops)) return 'reaches otherwise'
  return JSON.stringify(after.hops) === JSON.stringify(before.hops) ? 'the same' : 'said otherwise'
}

const found = made.map((mutation) => {
  const after = trace(applyPatch(doc, mutation.patch), invocation)
  return { mutation, after, is: classOf(after) }
})

const reasonFor = (list: readonly [RegExp, string][], path: string) => list.find(([field]) => field.test(path))?.[1]

/** The fixes that are proved make the call reach, each way that is offered or all together. */
function mends({ patch }: Mutation, fixes: Fix[]): boolean {
  const broken = applyPatch(doc, patch)
  const mended = fixes.reduce((d, fix) => (fix.patch ? applyPatch(d, fix.patch) : d), broken)
  const corrected = fixes.find((fix) => fix.call)?.call ?? invocation
  return trace(mended, corrected).verdict === 'reaches'
}

describe('every field that a check reads of the working two-API chain', () => {
  it('is changed once, or it is said why not', () => {
    expect(before.verdict).toBe('reaches')
    expect(made.length).toBeGreaterThan(120)
    expect(missed.filter((path) => reasonFor(notChanged, path) === undefined)).toEqual([])
  })

  it('changes the prediction, or it is said why it does not matter', () => {
    const silent = found.filter(({ is }) => is === 'the same' || is === 'said otherwise')
    const unsaid = silent.filter(({ mutation }) => reasonFor(noEffect, mutation.path) === undefined)
    expect(unsaid.map(({ mutation }) => mutation.name)).toEqual([])
    const count = (is: Class) => found.filter((f) => f.is === is).length
    const counts = (['blocked', 'unknown', 'reaches otherwise', 'said otherwise', 'the same'] as const).map(
      (is) => `${count(is)} ${is}`,
    )
    console.log(`${made.length} mutations of ${new Set(made.map((m) => m.path)).size} fields: ${counts.join(', ')}.`)
  })

  it('is traced as before once the change is undone', () => {
    const text = JSON.stringify(before)
    for (const { patch, inverse, name } of made) {
      const undone = applyPatch(applyPatch(doc, patch), inverse)
      expect(equal(undone, doc), name).toBe(true)
      expect(JSON.stringify(trace(undone, invocation)), name).toBe(text)
    }
  }, 120_000)

  it('is mended where it blocks, or it is said why nothing can be proposed', () => {
    const blocked = found.filter(({ is }) => is === 'blocked')
    const told: string[] = []
    const used = new Set<string>()
    for (const { mutation, after } of blocked) {
      const { fixes, decidedBy } = withFixes(applyPatch(doc, mutation.patch), after)
      if (fixes.length > 0 && fixes.every((fix) => fix.call || fix.patch)) {
        expect(mends(mutation, fixes), mutation.name).toBe(true)
        continue
      }
      expect(noFix[decidedBy?.check ?? ''], `${mutation.name}: ${decidedBy?.check}`).toBeDefined()
      expect(fixes.at(-1)?.label, mutation.name).toMatch(/\w/)
      told.push(`${mutation.name}: ${noFix[decidedBy?.check ?? '']}`)
      used.add(decidedBy?.check ?? '')
    }
    expect(Object.keys(noFix).filter((check) => !used.has(check))).toEqual([])
    console.log(`${blocked.length} blocked; ${blocked.length - told.length} mended. Told:\n  ${told.join('\n  ')}`)
    expect(told.length / blocked.length).toBeLessThan(0.4)
  }, 120_000)

  it('is listed with reasons that hold', () => {
    const silent = found.filter(({ is }) => is === 'the same' || is === 'said otherwise').map((f) => f.mutation.path)
    const stale = [
      ...noEffect.filter(([field]) => !silent.some((path) => field.test(path))),
      ...notChanged.filter(([field]) => !missed.some((path) => field.test(path))),
    ]
    expect(stale.map(([, reason]) => reason)).toEqual([])
  })
})
