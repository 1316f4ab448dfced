import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { explain } from './explain'
import type { ExplainedCall } from './explanation'

const folder = path.resolve('cases/oracle/curl-outputs')

const cause = z.object({ id: z.string(), verdict: z.enum(['certain', 'likely', 'possible']) })
const expected = z.object({
  id: z.string(),
  expect: z.array(
    z.object({
      request: z.looseObject({ headers: z.record(z.string(), z.string()).optional() }),
      outcome: z.looseObject({ body: z.string().optional(), bodyContains: z.string().optional() }),
      answeredBy: z.string(),
      causes: z.array(cause),
      notCauses: z.array(z.string()),
    }),
  ),
  mustNotAdvise: z.array(z.string()).optional(),
})
type Expected = z.infer<typeof expected>['expect'][number]

const transcripts = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'expected.json')))

describe('transcripts of failed calls', () => {
  it('are there', () => expect(transcripts.length).toBeGreaterThan(10))

  for (const name of transcripts) {
    const file = path.join(folder, name)
    it(`${name} is explained`, () => {
      const wanted = expected.parse(JSON.parse(readFileSync(path.join(file, 'expected.json'), 'utf8')))
      const { calls } = explain(readFileSync(path.join(file, 'input.txt'), 'utf8'))
      expect(calls).toHaveLength(wanted.expect.length)
      for (const [i, one] of wanted.expect.entries()) {
        const call = calls[i]
        if (call) matches(call, one)
      }
      const words = JSON.stringify(calls)
      for (const advice of wanted.mustNotAdvise ?? []) expect(words).not.toContain(/^\S+/.exec(advice)?.[0])
    })
  }
})

/** The rules by which an explanation counts as right: the first cause, all likely ones, and none that cannot be. */
function matches(call: ExplainedCall, wanted: Expected): void {
  const { headers, ...request } = wanted.request
  expect(call.request).toMatchObject(request)
  const sent = Object.fromEntries((call.request?.headers ?? []).map((h) => [h.name.toLowerCase(), h.value]))
  for (const [header, value] of Object.entries(headers ?? {})) expect(sent[header.toLowerCase()]).toBe(value)
  const { body, bodyContains, ...outcome } = wanted.outcome
  expect(call.outcome).toMatchObject(outcome)
  if (body !== undefined) expect(call.outcome.body?.trimEnd()).toBe(body.trimEnd())
  if (bodyContains !== undefined) expect(call.outcome.body).toContain(bodyContains)
  expect(call.answeredBy).toBe(wanted.answeredBy)
  const probable = wanted.causes.filter((c) => c.verdict !== 'possible').map((c) => c.id)
  expect(probable).toContain(call.causes[0]?.id)
  expect(call.causes.map((c) => c.id)).toEqual(expect.arrayContaining(probable))
  for (const id of wanted.notCauses)
    expect(call.causes.find((c) => c.id === id)?.verdict ?? 'possible', `${id} is ranked too high`).toBe('possible')
}
