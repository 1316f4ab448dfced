import { describe, expect, it } from 'vitest'
import { layoutJson } from './layoutJson'

const print = (text: string) => layoutJson(text).map((line) => line.map((token) => token.text).join(''))
const guide = '{"Statement":[{"Action":"*","Effect":"Allow","Resource":"*","Principal":"*"}]}'

describe('layout of a policy', () => {
  it('opens every statement of a text without lines', () => {
    expect(print(guide)).toEqual([
      '{',
      '  "Statement": [',
      '    {',
      '      "Action": "*",',
      '      "Effect": "Allow",',
      '      "Resource": "*",',
      '      "Principal": "*"',
      '    }',
      '  ]',
      '}',
    ])
  })

  it('keeps what fits in one line', () => {
    expect(print('{"Condition":{"StringEquals":{"aws:SourceVpc":["vpc-1","vpc-2"]}}}')).toEqual([
      '{ "Condition": { "StringEquals": { "aws:SourceVpc": ["vpc-1", "vpc-2"] } } }',
    ])
  })

  it('leaves a written layout as it is', () => {
    const text = '{\n   "Statement": [ ]\n}'
    expect(print(text)).toEqual(text.split('\n'))
  })

  it('gives every word its place in the source', () => {
    for (const text of [guide, `{\n  "a": "b",\n\n  "c": [1, true]\n}`])
      for (const token of layoutJson(text).flat())
        if (token.kind !== 'space') expect(text.slice(token.offset, token.offset + token.text.length)).toBe(token.text)
  })

  it('draws broken text too', () => {
    expect(print('{"Statement": [').join(' ')).toContain('"Statement"')
    expect(print('{"open": "never closed')).toEqual(['{', '  "open": "never closed'])
  })
})
