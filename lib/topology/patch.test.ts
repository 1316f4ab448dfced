import fc from 'fast-check'
import jsonPatch from 'fast-json-patch'
import { describe, expect, it } from 'vitest'
import type { TopologyDocument } from './document'
import { applyPatch, equal, PatchError } from './patch'
import { produceEdit } from './produce'

const empty: TopologyDocument = { schemaVersion: 1, name: 'a', resources: {}, layout: {} }
const group = (cidrs: string[]) => ({
  kind: 'securityGroup' as const,
  vpc: 'vpc',
  ipPermissions: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrs }],
  ipPermissionsEgress: [],
})

describe('applyPatch', () => {
  it('leaves the old value as it was and shares what it does not touch', () => {
    const before = { a: { x: 1 }, b: [1, 2] }
    const after = applyPatch(before, [{ op: 'add', path: '/b/1', value: 9 }])
    expect(after).toEqual({ a: { x: 1 }, b: [1, 9, 2] })
    expect(before.b).toEqual([1, 2])
    expect(after.a).toBe(before.a)
  })
  it('names the operation that fails', () => {
    expect(() => applyPatch({ a: 1 }, [{ op: 'replace', path: '/b', value: 1 }])).toThrow(PatchError)
    expect(() => applyPatch({ a: 1 }, [{ op: 'test', path: '/a', value: 2 }])).toThrow('another one')
    expect(() => applyPatch({ a: [] }, [{ op: 'add', path: '/a/3', value: 1 }])).toThrow('no position')
  })
  it('agrees with a published implementation', () => {
    const value = fc.jsonValue({ maxDepth: 2 })
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z~/]{1,3}$/), value), value, (object, added) => {
        const patch = jsonPatch.compare(object, { ...object, zz: added })
        const here = applyPatch<unknown>(
          object,
          patch.filter((o) => o.op === 'add' || o.op === 'replace'),
        )
        expect(equal(here, jsonPatch.applyPatch(structuredClone(object), patch).newDocument)).toBe(true)
      }),
    )
  })
})

describe('produceEdit', () => {
  it('gives a patch that replays, and an inverse that undoes', () => {
    const recipe = (draft: TopologyDocument) => {
      draft.resources['a/b'] = group(['10.0.0.0/16', '10.1.0.0/16'])
      draft.layout['a/b'] = { x: 1, y: 2 }
      draft.name = 'b'
    }
    const { document, edit } = produceEdit(empty, 'Add a group', recipe)
    expect(applyPatch(empty, edit.patch)).toEqual(document)
    expect(applyPatch(document, edit.inverse)).toEqual(empty)
  })
  it('any removal from a list is undone', () => {
    const cidrs = fc.array(fc.constantFrom('10.0.0.0/16', '10.1.0.0/16', '10.2.0.0/16'), { minLength: 1 })
    fc.assert(
      fc.property(cidrs, fc.nat(), (list, at) => {
        const start: TopologyDocument = { ...empty, resources: { g: group(list) } }
        const { document, edit } = produceEdit(start, 'Remove a rule', (draft) => {
          const g = draft.resources.g
          if (g?.kind === 'securityGroup') g.ipPermissions[0]?.cidrs?.splice(at % list.length, 1)
        })
        expect(applyPatch(start, edit.patch)).toEqual(document)
        expect(applyPatch(document, edit.inverse)).toEqual(start)
      }),
    )
  })
  it('no change gives an empty patch; undefined is refused', () => {
    expect(produceEdit(empty, 'Nothing', (d) => void Object.assign(d, { name: 'a' })).edit.patch).toEqual([])
    expect(() => produceEdit(empty, 'x', (d) => void Object.assign(d, { seen: undefined }))).toThrow('delete the key')
  })
})
