import { describe, expect, it } from 'vitest'
import { everyCase } from '@/cases/everyCase'
import { checks } from '@/lib/trace'
import { trace } from '@/lib/trace/engine'
import type { Check, Hop } from '@/lib/trace/trace'

/** Each sentence that some case makes, with the first case that does. */
const said = new Map<string, { id: string; check: Check }>()

for (const { asked, document, invocation } of await everyCase()) listen(asked.id, trace(document, invocation).hops)

function listen(id: string, hops: readonly Hop[]): void {
  for (const hop of hops) {
    for (const check of hop.checks) {
      const key = `${check.id} ${check.reason}`
      if (!said.has(key)) said.set(key, { id, check })
    }
    for (const branch of hop.branches ?? []) listen(id, branch.hops)
  }
}

describe('the sentences of the checks', () => {
  it('are each made by a case', () => {
    const unsaid = checks.flatMap(({ id, says }) =>
      Object.keys(says)
        .map((reason) => `${id} ${reason}`)
        .filter((key) => !said.has(key)),
    )
    expect(unsaid).toEqual([])
  })

  it('have all their nouns, and a short fact', () => {
    for (const [key, { id, check }] of said) {
      expect([key, id, check.says]).toEqual([key, id, expect.not.stringMatching(/\{\w+\}|undefined|\bNaN\b/)])
      expect([key, id, check.fact]).toEqual([key, id, expect.stringMatching(/\S/)])
    }
  })
})
