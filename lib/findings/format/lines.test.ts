import { describe, expect, it } from 'vitest'
import { lineFinder } from './lines'

describe('lines', () => {
  const text = '{\n  "a": {\n    "list": [\n      1,\n      { "x/y": 2 }\n    ]\n  }\n}'

  it('are those of the keys, or of the nearest part that is there', () => {
    const lineOf = lineFinder(text)
    const asked = ['', '/a', '/a/list', '/a/list/0', '/a/list/1/x~1y', '/a/list/7', '/a/none/deeper', '/z']
    expect(asked.map(lineOf)).toEqual([1, 2, 3, 4, 5, 3, 2, 1])
  })

  it('are the first of a text that is no JSON', () => {
    expect(lineFinder('')('/a')).toBe(1)
  })
})
