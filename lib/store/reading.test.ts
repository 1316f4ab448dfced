import { describe, expect, it } from 'vitest'
import { templates } from '@/lib/templates'
import { buildTemplate } from '@/lib/templates/build'
import { fromTemplate } from './fromTemplate'
import { pictureOf } from './picture'
import { documentFromText } from './reading'

const caught = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

describe('documentFromText', () => {
  it('takes what a download wrote', () => {
    const document = buildTemplate('two-api-chain')
    expect(documentFromText(JSON.stringify(document, null, 2))).toEqual(document)
  })

  it('says where a broken file is broken', () => {
    expect(caught(() => documentFromText('{\n  "name": }'))).toMatchObject({
      code: 'badInput',
      message: expect.stringContaining('line 2'),
    })
    const wrong = { schemaVersion: 1, name: 'x', resources: { s: { kind: 'subnt' } }, layout: {} }
    expect(caught(() => documentFromText(JSON.stringify(wrong)))).toMatchObject({
      code: 'badInput',
      message: expect.stringContaining('/resources/s/kind'),
      details: [{ path: '/resources/s/kind', suggestion: 'subnet' }],
    })
  })

  it('refuses what a newer product wrote', () => {
    expect(caught(() => documentFromText('{"schemaVersion": 7}'))).toMatchObject({ code: 'newer' })
  })
})

describe('fromTemplate', () => {
  it.each(templates.map(({ name }) => name))('builds %s', (template) => {
    expect(Object.keys(fromTemplate({ template }).document.resources).length).toBeGreaterThan(5)
  })

  it('names the nearest template, variant and region', () => {
    expect(caught(() => fromTemplate({ template: 'two-api-chian' }))).toMatchObject({
      code: 'badInput',
      message: expect.stringContaining('two-api-chain'),
    })
  })
})

describe('pictureOf', () => {
  it('holds the placed resources, and the references among them', () => {
    const document = buildTemplate('private-api')
    const [first = '', second = ''] = Object.keys(document.resources)
    const placed = { ...document, layout: { [first]: { x: 0, y: 0, w: 10, h: 10 }, [second]: { x: 5, y: 5 } } }
    const picture = pictureOf(placed)
    expect(picture.nodes.map(({ id }) => id)).toEqual([first, second])
    expect(picture.resources).toBe(Object.keys(document.resources).length)
    for (const line of picture.lines) expect([first, second]).toEqual(expect.arrayContaining([...line]))
  })
})
