import { elements, problem, type Reading, texts } from './grammar'
import { type Json, parseJson } from './json'
import type { Policy, PolicyKind, Statement } from './policy'
import { readStatement } from './statement'

const parsed = new Map<string, Policy>()
const parsedMax = 500

/**
 * Parses the JSON text of a policy. Never throws: whatever AWS would refuse is in `problems`, with its place. The same
 * text of the same kind gives the same object, so what is compiled from it is kept too.
 */
export function parsePolicy(kind: PolicyKind, text: string): Policy {
  const key = `${kind} ${text}`
  const known = parsed.get(key)
  if (known) return known
  const policy = readPolicy(kind, text)
  const oldest = parsed.size >= parsedMax ? parsed.keys().next() : undefined
  if (oldest && !oldest.done) parsed.delete(oldest.value)
  parsed.set(key, policy)
  return policy
}

function readPolicy(kind: PolicyKind, text: string): Policy {
  const json = parseJson(text)
  const empty: Policy = { kind, text, version: '2008-10-17', statements: [], problems: [], doubts: [] }
  if (!json.ok) {
    const { offset, length } = json
    return {
      ...empty,
      problems: [{ at: '', offset, length, reason: 'not-json', sentence: 'The text is not JSON here.' }],
    }
  }
  const reading: Reading = { kind, problems: [], doubts: new Set() }
  const root = readRoot(reading, json.root)
  return { ...empty, ...root, problems: reading.problems, doubts: [...reading.doubts] }
}

function readRoot(reading: Reading, root: Json): Partial<Policy> {
  if (root.type !== 'object') {
    problem(reading, root, 'wrong-type', 'A policy is an object.')
    return {}
  }
  const found = elements(reading, root, ['Version', 'Id', 'Statement'])
  if (found.Id) texts(reading, found.Id.value)
  const version = readVersion(reading, found.Version?.value)
  if (!found.Statement) {
    problem(reading, root, 'missing-statement', 'A policy has a Statement.')
    return { version }
  }
  // Brackets are optional around a single statement.
  const { value } = found.Statement
  const list = value.type === 'array' ? value.items : [value]
  const statements = list
    .map((item, i) => readStatement(reading, item, i))
    .filter((s): s is Statement => s !== undefined)
  return { version, statements }
}

/** Without `Version` the older language holds, which knows no variables (…/reference_policies_elements_version.html). */
function readVersion(reading: Reading, value: Json | undefined): Policy['version'] {
  if (!value) return '2008-10-17'
  if (value.type === 'string' && (value.text === '2012-10-17' || value.text === '2008-10-17')) return value.text
  problem(reading, value, 'bad-version', 'Version is 2012-10-17, or 2008-10-17 for the older language.', '2012-10-17')
  return '2008-10-17'
}
