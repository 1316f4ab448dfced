import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { casesJunit, casesRun, type FileResults } from '@/lib/cases/formats'
import { documentOf, readCases } from '@/lib/cases/read'
import { reportText } from '@/lib/cases/report'
import { runCases } from '@/lib/cases/run'
import { scoreOf } from '@/lib/cases/score'
import { junit } from '@/lib/findings/format/junit'
import { sarif } from '@/lib/findings/format/sarif'
import { TemplateError } from '@/lib/templates/build'
import { type Command, InputError, type Io, json, UsageError } from './command'
import { problemLine, readText, readTopology } from './input'
import { oneOf, readOptions } from './options'

const formats = ['text', 'json', 'sarif', 'junit'] as const

export const command: Command = {
  usage: `throughline test CASES… [--format F] [--json]

Traces every case of the files and compares the answer with what the case expects.
CASES are files, or folders of which every .json file is taken; - is standard input.

  { "topology": PATH | DOCUMENT | { template, variant?, region?, addOns? },
    "cases": [{ id, group?, certainty?, use?, patch?, from, curl, signer?, expect }] }

A PATH starts at the folder of the file. Cases for explain only are not compared.

  --format F  text (the default), json, sarif (what differs, at its line) or junit
  --json      { score, results: [{ id, group, certainty, grade, wrong, reported, expected, got }] }

Exit code: 0 every case passes, 1 one fails or a limit of the set is broken, 2 a file or case cannot be read.

Example: throughline test cases/trace
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { format: { type: 'string' } })
    if (positionals.length === 0) throw new UsageError('test takes at least one file or folder of CASES.')
    const format = oneOf(formats, 'format', values.format ?? (values.json ? 'json' : 'text'))
    const names = (await Promise.all(positionals.map((name) => filesOf(io, name)))).flat()
    const files: FileResults[] = []
    for (const name of names) files.push(await runFile(io, name))
    const results = files.flatMap((file) => file.results)
    const score = scoreOf(results)
    if (format === 'text') io.stdout(reportText(results))
    else if (format === 'json') io.stdout(json({ score, results }))
    else if (format === 'junit') io.stdout(junit('throughline test', casesJunit(files)))
    else io.stdout(json(sarif(casesRun(files))))
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

async function runFile(io: Io, name: string): Promise<FileResults> {
  const text = await readText(io, name)
  const cases = readCases(text)
  if (!cases.ok) throw new InputError([`${name} is no CASES file:`, ...cases.problems.map(problemLine)].join('\n'))
  const beside = (file: string) => readTopology(io, name === '-' ? file : path.join(path.dirname(name), file))
  try {
    const results = runCases(await documentOf(cases.file, beside), cases.file.cases)
    return { file: name === '-' ? 'cases.json' : name, text, results }
  } catch (error) {
    if (error instanceof TemplateError) throw new InputError(`${name}: ${error.message}`)
    throw error
  }
}
