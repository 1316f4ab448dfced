import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TestCase } from '@/lib/cases/format'
import { documentOf, readCases } from '@/lib/cases/read'
import { type Put, putCase } from '@/lib/cases/run'

const root = import.meta.dirname

/** Every case of `cases/` that a trace can be held against, as a document and a call. For tests. */
export async function everyCase(folders: string[] = ['trace', 'trace-more']): Promise<(Put & { asked: TestCase })[]> {
  const found: (Put & { asked: TestCase })[] = []
  for (const folder of folders)
    for (const name of readdirSync(path.join(root, folder)).sort()) {
      const cases = readCases(readFileSync(path.join(root, folder, name), 'utf8'))
      if (!cases.ok) throw new Error(`${name}: ${cases.problems.map((p) => `${p.path} ${p.message}`).join('; ')}`)
      const start = await documentOf(cases.file, async () => {
        throw new Error(`${name} names a topology beside it; the cases hold their documents themselves.`)
      })
      for (const asked of cases.file.cases) {
        const put = asked.use === 'explain-only' ? 'not compared' : putCase(start, asked)
        if (typeof put !== 'string') found.push({ ...put, asked })
      }
    }
  return found
}
