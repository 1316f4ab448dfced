import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { documentOf, readCases } from '@/lib/cases/read'
import { reportText } from '@/lib/cases/report'
import type { CaseResult } from '@/lib/cases/result'
import { runCases } from '@/lib/cases/run'
import { scoreOf } from '@/lib/cases/score'
import { TemplateError } from '@/lib/templates/build'
import { type Command, InputError, type Io, json, UsageError } from './command'
import { problemLine, readText, readTopology } from './input'
import { readOptions } from './options'

export const command: Command = {
  usage: `throughline test CASES… [--json]

Traces every case of the files and compares the answer with what the case expects.
CASES are files, or folders of which every .json file is taken; - is standard input.

  { "topology": PATH | DOCUMENT | { template, variant?, region?, addOns? },
    "cases": [{ id, group?, certainty?, use?, patch?, from, curl, signer?, expect }] }

A PATH starts at the folder of the file. Cases for explain only are not compared.

  --json      { score, results: [{ id, group, certainty, grade, wrong, reported, expected, got }] }

Exit code: 0 every case passes, 1 one fails or a limit of the set is broken, 2 a file or case cannot be read.

Example: throughline test cases/trace
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {})
    if (positionals.length === 0) throw new UsageError('test takes at least one file or folder of CASES.')
    const files = (await Promise.all(positionals.map((name) => filesOf(io, name)))).flat()
    const results: CaseResult[] = []
    for (const file of files) results.push(...(await runFile(io, file)))
    const score = scoreOf(results)
    io.stdout(values.json ? json({ score, results }) : reportText(results))
    if (results.some((result) => result.unasked)) return 2
    return score.all.failed > 0 || score.broken.length > 0 ? 1 : 0
  },
}

async function filesOf(io: Io, name: string): Promise<string[]> {
  if (name === '-') return [name]
  const at = path.resolve(io.cwd, name)
  const found = await stat(at).catch(() => undefined)
  if (!found?.isDirectory()) return [name]
  const files = (await readdir(at)).filter((file) => file.endsWith('.json')).sort()
  if (files.length === 0) throw new InputError(`${name} holds no .json file.`)
  return files.map((file) => path.join(name, file))
}

async function runFile(io: Io, name: string): Promise<CaseResult[]> {
  const cases = readCases(await readText(io, name))
  if (!cases.ok) throw new InputError([`${name} is no CASES file:`, ...cases.problems.map(problemLine)].join('\n'))
  const beside = (file: string) => readTopology(io, name === '-' ? file : path.join(path.dirname(name), file))
  try {
    return runCases(await documentOf(cases.file, beside), cases.file.cases)
  } catch (error) {
    if (error instanceof TemplateError) throw new InputError(`${name}: ${error.message}`)
    throw error
  }
}
