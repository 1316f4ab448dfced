import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idPieces } from './Id'

describe('where an id may turn over', () => {
  it('loses no character', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(idPieces(text).join('')).toBe(text)
      }),
    )
  })

  it('never breaks an id, and keeps the suffix of AWS together', () => {
    expect(idPieces('vpce-0d4d61b31cecd49fc')).toEqual(['vpce-0d4d61b31cecd49fc'])
    expect(idPieces('172.16.48.25')).toEqual(['172.16.48.25'])
    expect(idPieces('*.execute-api.cn-northwest-1.amazonaws.com.cn')).toEqual([
      '*.execute-api',
      '.cn-northwest-1',
      '.amazonaws.com.cn',
    ])
  })
})
