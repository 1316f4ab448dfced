import { describe, expect, it } from 'vitest'
import { errorFields, logLine } from './log'

const at = new Date('2026-11-25T10:00:00Z')

describe('log', () => {
  it('writes one line of JSON', () => {
    const line = logLine('info', 'request', { requestId: 'r1', status: 200 }, at)
    expect(line.endsWith('}\n')).toBe(true)
    expect(JSON.parse(line)).toEqual({
      at: '2026-11-25T10:00:00.000Z',
      level: 'info',
      event: 'request',
      requestId: 'r1',
      status: 200,
    })
  })

  it('keeps secrets out, whatever their field is called', () => {
    const fields = { password: 'p1', csrfToken: 'p2', setCookie: 'p3', Authorization: 'p4', sessionSecret: 'p5' }
    expect(logLine('info', 'x', fields, at)).not.toMatch(/p[1-5]"/)
  })

  it('keeps the stack of an error on the server, with its cause', () => {
    const error = new Error('outer', { cause: new Error('inner') })
    expect(errorFields(error)).toMatchObject({
      error: 'outer',
      cause: 'inner',
      stack: expect.stringContaining('log.test'),
    })
    expect(errorFields('text')).toEqual({ error: 'text' })
  })
})
