import { policyCase, runCase } from '@/lib/policy/cases'
import { type Command, InputError, type Io, json, UsageError } from './command'
import { readText } from './input'
import { readOptions } from './options'

export const command: Command = {
  usage: `throughline policy test CASES.json [--json]

Evaluates policies for execute-api:Invoke and compares the answers with what each case expects.
CASES.json is a list of cases: caller, authorizationType, methodArn, context, the policies, and what is expected:
allow, implicitDeny, explicitDeny, unknown or invalid, with the statements that decide and the facts that are missing.

  --json      [{ id, expected, got, decidedBy, missing?, invalid?, ok }]

Exit code: 0 all right, 1 a case fails, 2 the cases cannot be read.

Example: throughline policy test cases/oracle/policy-cases.json
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {})
    const [verb, file, ...more] = positionals
    if (verb !== 'test' || file === undefined || more.length > 0) throw new UsageError('policy takes: test CASES.json.')
    const results = (await readCases(io, file)).map(runCase)
    const failed = results.filter((result) => !result.ok)
    if (values.json) io.stdout(json(results))
    else {
      for (const { id, differs } of failed) io.stdout(`${id}: ${differs}\n`)
      io.stdout(`${results.length - failed.length} passed, ${failed.length} failed\n`)
    }
    return failed.length === 0 ? 0 : 1
  },
}

async function readCases(io: Io, file: string) {
  const text = await readText(io, file)
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    throw new InputError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
  const parsed = policyCase.array().safeParse(raw)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.slice(0, 10).map((issue) => `  /${issue.path.join('/')}: ${issue.message}`)
  throw new InputError([`${file} holds no policy cases:`, ...problems].join('\n'))
}
