import { describe, expect, it } from 'vitest'
import { explain } from '@/lib/explain/explain'
import { answered, edited, nothing, pastedOf } from './pasted'

const secret = 'aVerySecretKey0123456789'
const paste = `$ curl -i https://q8w7e6r5t4.execute-api.eu-west-1.amazonaws.com/prod/x -H 'x-api-key: ${secret}'
HTTP/1.1 403
x-amzn-ErrorType: ForbiddenException

{"message":"Forbidden"}`

describe('a paste', () => {
  it('is explained as it is, and shown without what is secret', () => {
    const { raw, shown } = pastedOf(paste)
    expect(raw).toContain(secret)
    expect(shown).not.toContain(secret)
    expect(shown).toContain('x-api-key: (not kept)')
  })

  it('keeps what is not shown while more is written before or behind it', () => {
    const before = pastedOf(paste)
    expect(edited(before, `${before.shown}\nmore`).raw).toBe(`${paste}\nmore`)
    expect(edited(before, `first\n${before.shown}`).raw).toBe(`first\n${paste}`)
    expect(edited(before, '').raw).toBe('')
    expect(edited(nothing, 'abc')).toEqual({ raw: 'abc', shown: 'abc' })
  })

  it('takes the answer of a command behind it, which narrows the causes', () => {
    const first = explain(paste).calls[0]?.causes.find((cause) => cause.id === 'no-such-stage')
    expect(first?.verdict).not.toBe('certain')
    const more = answered(pastedOf(paste), first?.tellApart.command ?? '', '{ "item": [{ "stageName": "dev" }] }')
    expect(explain(more.raw).calls[0]?.causes[0]).toMatchObject({ id: 'no-such-stage', verdict: 'certain' })
  })
})
