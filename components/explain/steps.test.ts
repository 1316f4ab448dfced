import { describe, expect, it } from 'vitest'
import { causeIds } from '@/lib/explain/causes/ids'
import { explain } from '@/lib/explain/explain'
import { nextStep } from './steps'
import { causeTitle } from './words'

describe('the next step', () => {
  it('is the command of the best cause, with every cause of which it tells', () => {
    const [call] = explain('403 {"message":"Forbidden"}').calls
    const step = nextStep(call?.causes ?? [])
    expect(step?.command).toBe(call?.causes[0]?.tellApart.command)
    expect(step?.causes.every((cause) => cause.tellApart.command === step.command)).toBe(true)
    expect(nextStep([])).toBeUndefined()
  })

  it('tells several causes apart where one command does', () => {
    const causes = explain('403 {"message":"Forbidden"}').calls[0]?.causes ?? []
    const from = causes.findIndex((cause) => cause.id === 'no-such-api')
    expect(nextStep(causes.slice(from))?.causes.map((cause) => cause.id)).toEqual(
      expect.arrayContaining(['no-such-api', 'public-api-through-private-dns', 'default-endpoint-disabled']),
    )
  })
})

describe('the title of a cause', () => {
  it('reads as words', () => {
    expect(causeTitle('endpoint-sg-443')).toBe('Endpoint security group 443')
    expect(causeTitle('dns-wrong-suffix')).toBe('DNS wrong suffix')
    expect(new Set(causeIds.map(causeTitle)).size).toBe(causeIds.length)
  })
})
