import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editOf } from '@/components/editor/editOf'
import { templates } from '@/lib/templates'
import { buildTemplate } from '@/lib/templates/build'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { kindNames } from '@/lib/topology/kinds'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { validate } from '@/lib/topology/validate'
import type { Change } from './change'
import { linksBetween } from './connect/connect'
import { withContents } from './contents'
import { create } from './create/create'
import { clippingOf, paste } from './duplicate'
import { moving } from './move'
import { removal } from './remove'
import { renameId } from './rename'
import { replaceText } from './replaceText'

const documents = new Map(templates.map(({ name }) => [name, buildTemplate(name)]))

type Act = (document: TopologyDocument, a: number, b: number) => Change | undefined

const pick = (document: TopologyDocument, n: number) => {
  const ids = Object.keys(document.resources)
  return ids[n % Math.max(1, ids.length)] ?? ''
}

const acts: Act[] = [
  (document, a, b) => {
    const kind = kindNames[a % kindNames.length]
    const made = kind && create(document, kind, pick(document, b))
    return made?.ok ? made.change : undefined
  },
  (document, a, b) => {
    const links = linksBetween(document, pick(document, a), pick(document, b))
    return links.ok ? links.links[a % links.links.length]?.make({}) : undefined
  },
  (document, a) => removal(document, [pick(document, a)]).change,
  (document, a, b) => removal(document, [pick(document, a), pick(document, b)]).change,
  (document, a, b) => {
    const renamed = renameId(document, pick(document, a), `renamed-${b}`)
    return renamed.ok ? renamed.change : undefined
  },
  (document, a, b) => {
    const pasted = paste(document, clippingOf(document, [pick(document, a), pick(document, b)]))
    return pasted.ok ? pasted.change : undefined
  },
  (document, a, b) => {
    const moved = moving(document, pick(document, a), pick(document, b))
    return typeof moved === 'string' ? undefined : moved.change
  },
  (document, a) => replaceText(document, document.resources[pick(document, a)]?.name ?? 'nothing', 'another'),
]

const deeds = fc.array(fc.tuple(fc.nat(acts.length - 1), fc.nat(500), fc.nat(500)), { minLength: 1, maxLength: 8 })

describe('any sequence of edits', () => {
  it('validates after each, gives the document before when undone, and replays on another copy', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents.keys()), deeds, (name, sequence) => {
        const opened = buildTemplate(name)
        let document = opened
        const inverses: Patch[] = []
        const patches: Patch[] = []
        for (const [n, a, b] of sequence) {
          const change = acts[n]?.(document, a, b)
          if (!change || change.patch.length === 0) continue
          const { patch, inverse } = editOf(document, change.label, change.patch)
          document = applyPatch(document, patch)
          inverses.unshift(inverse)
          patches.push(patch)
          const checked = validate(document)
          expect(checked.ok ? [] : checked.errors, change.label).toEqual([])
        }
        expect(inverses.reduce((doc, inverse) => applyPatch(doc, inverse), document)).toEqual(opened)
        const copy: TopologyDocument = JSON.parse(JSON.stringify(opened))
        expect(patches.reduce((doc, patch) => applyPatch(doc, patch), copy)).toEqual(document)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a copy', () => {
  it('of a whole chain is the chain once more, its references inside it', () => {
    for (const document of documents.values()) {
      const pasted = paste(document, clippingOf(document, Object.keys(document.resources)))
      if (!pasted.ok) throw new Error(pasted.why)
      const twice = applyPatch(document, pasted.change.patch)
      expect(validate(twice)).toMatchObject({ ok: true })
      expect(Object.keys(twice.resources)).toHaveLength(2 * Object.keys(document.resources).length)
      const copied = new Set(pasted.selects)
      const alone = removal(twice, Object.keys(document.resources))
      expect(alone.cleared).toEqual([])
      expect(new Set(alone.gone)).toEqual(new Set(Object.keys(document.resources)))
      expect(copied.size).toBe(Object.keys(document.resources).length)
    }
  })
})

describe('a VPC', () => {
  it('is copied with what stands in it, and the copy is as whole as it was', () => {
    const document = buildTemplate('two-api-chain')
    const ids = withContents(document, 'vpc-0bbb2222cccc3333d')
    expect(ids).toContain('client-consumer')
    expect(ids).not.toContain('client-provider')
    const pasted = paste(document, clippingOf(document, ids))
    if (!pasted.ok) throw new Error(pasted.why)
    const after = applyPatch(document, pasted.change.patch)
    expect(validate(after)).toMatchObject({ ok: true })
    const endpoint = resourceOf(after, 'vpce-080de204ca78d2883-2', 'vpcEndpoint')
    expect(endpoint?.physicalId).toMatch(/^vpce-[0-9a-f]{17}$/)
    expect(endpoint?.physicalId).not.toBe('vpce-080de204ca78d2883')
    expect(endpoint?.dnsEntries?.[0]).toContain(endpoint?.physicalId)
    expect(resourceOf(after, 'client-consumer-2', 'instance')?.subnet).toBe('subnet-0b0000000000000c1-2')
  })
})

describe('a deletion', () => {
  it('says what it clears and what goes along', () => {
    const document = buildTemplate('private-api')
    const { cleared, gone } = removal(document, ['web-app-fargate-nlb-tg'])
    expect(gone).toEqual(['web-app-fargate-nlb-tg'])
    expect(cleared.map(({ says }) => says)).toContain(
      'web-app-fargate loses web-app-fargate-nlb-tg from Load balancers',
    )
    const vpc = removal(document, ['vpc-0aaa1111bbbb2222c'])
    expect(vpc.gone).toContain('subnet-0a00000000000000a')
    expect(vpc.gone).not.toContain('3i95y1yx06')
  })
})
