import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { documentOf, readCases } from '@/lib/cases/read'
import { parseCall } from '@/lib/invocation/curl/parse'
import type { Invocation } from '@/lib/invocation/invocation'
import { vantageOf } from '@/lib/network/vantage'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch } from '@/lib/topology/patch'
import { validate } from '@/lib/topology/validate'
import { trace } from '@/lib/trace/engine'
import type { Fix } from '@/lib/trace/trace'
import { withFixes } from '@/lib/fixes/withFixes'

export function invocationOf(curl: string, from: string, doc: TopologyDocument, signer?: string): Invocation {
  const { signsHostOf } = vantageOf(doc, from)
  const call = parseCall(curl, { vantage: from, ...(signsHostOf ? { signsHostOf } : {}) })
  if (!call.ok) throw new Error(call.says)
  return signer === undefined ? call.invocation : { ...call.invocation, signer }
}

async function blockedCases(name: string): Promise<[id: string, doc: TopologyDocument, invocation: Invocation][]> {
  const folder = path.join(import.meta.dirname, name)
  const found: [string, TopologyDocument, Invocation][] = []
  for (const file of readdirSync(folder)) {
    const cases = readCases(readFileSync(path.join(folder, file), 'utf8'))
    if (!cases.ok) continue
    const start = await documentOf(cases.file, async () => {
      throw new Error('The cases hold their documents themselves.')
    })
    for (const asked of cases.file.cases) {
      const checked = asked.use === 'explain-only' ? undefined : validate(applyPatch(start, asked.patch ?? []))
      if (!checked?.ok) continue
      const doc = checked.document
      const invocation = invocationOf(asked.curl, asked.from, doc, asked.signer)
      if (trace(doc, invocation).verdict === 'blocked') found.push([asked.id, doc, invocation])
    }
  }
  return found
}

export const mended = (doc: TopologyDocument, fixes: Fix[]) =>
  fixes.reduce((d, { patch }) => (patch ? applyPatch(d, patch) : d), doc)

/** Every block that was looked at: a shell reads them all at once in the end. */
export const blocks = new Set<string>()

/** Commands that a shell can read, in a named account and region, and others that undo what each of them changes. */
export function expectComplete(doc: TopologyDocument, fix: Fix, id: string) {
  const undo = fix.undo ?? []
  expect([id, fix.commands.length, undo.length]).toEqual([id, 1, 1])
  for (const { command } of [...fix.commands, ...undo]) {
    blocks.add(command)
    expect(command).toMatch(/^caller=.*--output text( --region [a-z0-9-]+)?\)\n\[ "\$caller" = \d{12} \]/m)
    expect(command).toMatch(/^as_read (words|rows) /m)
  }
  for (const operation of fix.patch ?? []) {
    const resource = doc.resources[operation.path.split('/')[2] ?? '']
    const named = resource?.physicalId ?? resource?.arn ?? resource?.name ?? 'nothing'
    // IAM takes names, not ARNs.
    const word = resource?.kind === 'principal' ? (named.split('/').at(-1) ?? named) : named
    for (const { command } of [...fix.commands, ...undo]) expect([id, command.includes(word)]).toEqual([id, true])
  }
}

/** A fix that is neither of the call nor of AWS says who must act. */
const isAdvice = (fix: Fix) => !fix.call && !fix.patch

/** A corrected call suffices and so do the changes in AWS, unless it is said that both are needed. */
function suffices(doc: TopologyDocument, invocation: Invocation, fixes: Fix[]): boolean {
  const corrected = fixes.find((fix) => fix.call)
  const after = mended(doc, fixes)
  const call = corrected?.call ?? invocation
  if (corrected?.together) return trace(after, call).verdict === 'reaches' && trace(doc, call).verdict !== 'reaches'
  const ways = [
    ...(corrected ? [trace(doc, call)] : []),
    ...(fixes.some((fix) => fix.patch) ? [trace(after, invocation)] : []),
  ]
  return ways.every(({ verdict }) => verdict === 'reaches')
}

/** The blocked cases of a folder: each is mended, and that is proved, or it is said who must act. */
export async function proveCases(folder: string): Promise<{ mended: number; told: number }> {
  const count = { mended: 0, told: 0 }
  for (const [id, doc, invocation] of await blockedCases(folder)) {
    const { fixes } = withFixes(doc, trace(doc, invocation))
    expect([id, fixes.length > 0]).toEqual([id, true])
    for (const { label } of fixes) expect([id, label]).toEqual([id, expect.stringMatching(/\w.*[^.\s]$/)])
    for (const fix of fixes) if (fix.patch) expectComplete(doc, fix, id)
    expect([id, validate(mended(doc, fixes)).ok]).toEqual([id, true])
    if (fixes.some(isAdvice)) count.told++
    else {
      expect([id, suffices(doc, invocation, fixes)]).toEqual([id, true])
      count.mended++
    }
  }
  console.log(`Blocked cases in ${folder}: ${count.mended} mended, ${count.told} told who must act.`)
  return count
}
