import { describe, expect, it } from 'vitest'
import { returnTo } from './returnTo'

describe('returnTo', () => {
  it.each(['/', '/t/abc?tab=invoke', '/t/abc?call=curl%20x#hop=3'])('keeps %s', (path) => {
    expect(returnTo(path)).toBe(path)
  })

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/signin?to=/',
    '/api/auth/signout',
    '',
    null,
    undefined,
  ])('drops %s', (path) => {
    expect(returnTo(path)).toBeUndefined()
  })
})
