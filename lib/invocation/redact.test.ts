import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base64 } from './base64'
import type { Invocation } from './invocation'
import { encodeForm, encodeSegment } from './percent'
import { redact } from './redact'

test('nothing that lets somebody else make the call is left', () => {
  const call: Invocation = {
    vantage: 'client',
    method: 'GET',
    url: 'https://h/dev/x?X-Amz-Signature=aaa&a=1&X-Amz-Security-Token=bbb',
    headers: [
      { name: 'Host', value: 'h' },
      { name: 'Authorization', value: 'Bearer ccc' },
      { name: 'X-Api-Key', value: 'ddd' },
      { name: 'x-apigw-api-id', value: '3i95y1yx06' },
      { name: 'My-Token', value: 'eee' },
    ],
    options: {},
  }
  expect(redact(call)).toEqual({
    ...call,
    url: 'https://h/dev/x?X-Amz-Signature=&a=1&X-Amz-Security-Token=',
    headers: [
      { name: 'Host', value: 'h' },
      { name: 'Authorization', value: 'Bearer (not kept)' },
      { name: 'X-Api-Key', value: '(not kept)' },
      { name: 'x-apigw-api-id', value: '3i95y1yx06' },
      { name: 'My-Token', value: '(not kept)' },
    ],
  })
})

test("base64 is Node's, and encoded text decodes to itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(base64(text)).toBe(Buffer.from(text, 'utf8').toString('base64'))
      expect(decodeURIComponent(encodeSegment(text))).toBe(text)
      expect(encodeSegment(text)).toMatch(/^[A-Za-z0-9\-._~!$&'()*+,;=:@%]*$/)
      expect(new URLSearchParams(`a=${encodeForm(text)}`).get('a')).toBe(text)
    }),
  )
})
