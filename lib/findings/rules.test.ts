import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch } from '@/lib/topology/patch'
import { valueAt } from '@/lib/topology/pointer'
import { validate } from '@/lib/topology/validate'
import { rules } from '.'
import { severities } from './finding'
import { findingsOf } from './findings'
import type { Example } from './rule'

function documentOf({ template, addOns, patch }: Example): TopologyDocument {
  const built = buildTemplate(template, addOns === undefined ? {} : { addOns })
  const checked = validate(applyPatch(built, patch))
  // A dangling reference is no error of the shape: an example may take away what others name.
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors))
  return checked.document
}

/** The document with one resource that nobody could read: its values are gone, as after an inspection. */
function hiding(doc: TopologyDocument, id: string): TopologyDocument {
  const { kind, physicalId, account, region } = doc.resources[id] ?? {}
  // Of an account at least the number is known: it is how it is named.
  if (kind === 'account') return doc
  const notVisible = [{ path: '', why: 'accessDenied', ask: 'What is it?' }]
  const bare = JSON.parse(JSON.stringify({ kind, physicalId, account, region, notVisible }))
  const checked = validate({ ...doc, resources: { ...doc.resources, [id]: bare } })
  if (!checked.ok) throw new Error(`${id}: ${JSON.stringify(checked.errors)}`)
  return checked.document
}

/** Rules about what is not there: they speak only where somebody has looked. */
const ofAbsence = [
  ['policy-unknown-id', 'unknown'],
  ['source-vpc-without-endpoint', 'no-endpoint'],
  ['unreachable-api', 'no-endpoint'],
  ['default-endpoint-off', 'no-domain'],
  ['custom-domain-unready', 'no-record'],
  ['api-key-without-plan', 'no-plan'],
  ['v2-link-idle', 'idle'],
  ['stale-targets', 'nobody'],
  ['unused-resource', 'security-group'],
  ['unused-resource', 'target-group'],
  ['unused-resource', 'link'],
  ['billed-and-unused', 'endpoint'],
  ['billed-and-unused', 'nat'],
] as const

describe('a rule about what is not there', () => {
  it.each(ofAbsence)('%s says nothing of "%s" where nobody looked', (id, reason) => {
    const rule = rules.find((r) => r.id === id)
    const example = rule?.bad[reason]
    if (!rule || !example) throw new Error(`There is no ${id} ${reason}.`)
    const open: TopologyDocument = { ...documentOf(example), seen: [] }
    expect(rule.find(open).filter((f) => f.reason === reason)).toEqual([])
  })
})

describe('every rule', () => {
  it('has a name of its own, and the file of that name', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
    expect(new Set(rules.map((rule) => rule.title)).size).toBe(rules.length)
    const camel = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts'))
    const others = ['example.ts', 'finding.ts', 'findings.ts', 'index.ts', 'rule.ts']
    const own = files.filter((file) => !others.includes(file) && !file.endsWith('.test.ts'))
    expect(own.sort()).toEqual(rules.map((rule) => `${camel(rule.id)}.ts`).sort())
    expect(existsSync(path.join(import.meta.dirname, 'facts'))).toBe(true)
  })

  it('reads every example of every other, and names only rules that exist', () => {
    const ids = new Set(rules.map((rule) => rule.id))
    for (const rule of rules)
      for (const example of Object.values(rule.bad)) {
        const { findings } = findingsOf(documentOf(example))
        expect(findings.some((f) => f.rule === rule.id)).toBe(true)
        expect(findings.every((f) => ids.has(f.rule))).toBe(true)
      }
  })

  for (const rule of rules)
    describe(rule.id, () => {
      it('names its page, its severity and its sentences', () => {
        expect(rule.docs).toMatch(
          /^https:\/\/(docs\.aws\.amazon\.com|docs\.amazonaws\.cn|repost\.aws|aws\.amazon\.com)\//,
        )
        expect(severities).toContain(rule.severity)
        expect(Object.keys(rule.says).length).toBeGreaterThan(0)
        for (const says of Object.values(rule.says)) expect(says).not.toMatch(/please|oops|invalid|!/i)
      })

      it('is silent on its good example', () => {
        expect(rule.find(documentOf(rule.good)).map((f) => f.sentence)).toEqual([])
      })

      it('says nothing more where something could not be read', () => {
        for (const example of [rule.good, ...Object.values(rule.bad)]) {
          const doc = documentOf(example)
          const known = new Set(rule.find(doc).map((f) => `${f.resource} ${f.reason}`))
          for (const id of Object.keys(doc.resources))
            for (const { resource, reason } of rule.find(hiding(doc, id)))
              expect([id, known.has(`${resource} ${reason}`), `${resource} ${reason}`]).toEqual([
                id,
                true,
                `${resource} ${reason}`,
              ])
        }
      })

      for (const [reason, example] of Object.entries(rule.bad))
        it(`says "${reason}" on its bad example, and its fix ends that`, () => {
          const doc = documentOf(example)
          const found = rule.find(doc).filter((f) => f.reason === reason)
          expect(found).toHaveLength(1)
          const [finding] = found
          if (!finding) return
          for (const [noun] of (rule.says[reason] ?? '').matchAll(/\{[a-z]\w*\}/gi))
            expect(finding.sentence).not.toContain(noun)
          expect(finding.sentence).not.toMatch(/undefined|\[object/)
          expect(doc.resources[finding.resource]).toBeDefined()
          for (const { resource } of finding.nouns) expect([resource, doc.resources[resource]?.kind]).toBeDefined()
          for (const { resource, path: at, value } of finding.evidence)
            if (at !== '') expect(valueAt(doc.resources[resource], at)).toEqual(value)
          if (!finding.fix) return
          const mended = validate(applyPatch(doc, finding.fix.patch))
          if (!mended.ok) throw new Error(JSON.stringify(mended.errors))
          expect(rule.find(mended.document).filter((f) => f.reason === reason)).toEqual([])
        })
    })
})
