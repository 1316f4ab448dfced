import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checks } from '@/lib/trace'
import { trace } from '@/lib/trace/engine'
import type { Check, Hop } from '@/lib/trace/trace'
import { documentOf, readCases } from './read'
import { putCase } from './run'

const root = path.resolve(import.meta.dirname, '../../cases')

/** Each sentence that some case makes, with the first case that does. */
const said = new Map<string, { id: string; check: Check }>()

for (const folder of ['trace', 'trace-more'])
  for (const name of readdirSync(path.join(root, folder))) {
    const cases = readCases(readFileSync(path.join(root, folder, name), 'utf8'))
    if (!cases.ok) continue
    const start = await documentOf(cases.file, async () => undefined)
    for (const asked of cases.file.cases) {
      const put = asked.use === 'explain-only' ? 'not compared' : putCase(start, asked)
      if (typeof put !== 'string') listen(asked.id, trace(put.document, put.invocation).hops)
    }
  }

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
