import { describe, expect, it } from 'vitest'
import { fitsSchema } from './schema'

const order = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'integer', minimum: 1 }, tags: { type: 'array', items: { type: 'string' }, maxItems: 2 } },
  additionalProperties: false,
}

describe('a value and its schema', () => {
  it.each([
    [{ id: 1 }, true],
    [{ id: 1, tags: ['a'] }, true],
    [{}, false],
    [[], false],
    [{ id: '1' }, false],
    [{ id: 0 }, false],
    [{ id: 1, tags: ['a', 'b', 'c'] }, false],
    [{ id: 1, tags: [1] }, false],
    [{ id: 1, other: true }, false],
  ])('%j: %s', (value, fits) => {
    expect(fitsSchema(order, value)).toBe(fits)
  })

  it('is open where a keyword is not evaluated, unless another one refuses already', () => {
    expect(fitsSchema({ type: 'string', pattern: '^a' }, 'b')).toBeUndefined()
    expect(fitsSchema({ type: 'string', pattern: '^a' }, 1)).toBe(false)
    expect(fitsSchema({ $ref: '#/definitions/x' }, {})).toBeUndefined()
    expect(fitsSchema(undefined, {})).toBeUndefined()
  })

  it('knows every type, and lists of types', () => {
    expect(fitsSchema({ type: ['null', 'number'] }, null)).toBe(true)
    expect(fitsSchema({ type: ['null', 'number'] }, 1.5)).toBe(true)
    expect(fitsSchema({ type: 'boolean' }, 'true')).toBe(false)
    expect(fitsSchema({ enum: ['a', 'b'] }, 'b')).toBe(true)
  })
})
