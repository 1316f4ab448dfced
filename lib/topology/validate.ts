import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'
import type { z } from 'zod'
import { documentBytesMax, type TopologyDocument } from './document'
import { fillHidden } from './hidden'
import { isKind, kindNames, kinds } from './kinds'
import { nearest } from './nearest'
import { covers, pointer } from './pointer'
import { referencesOf } from './references'
import { topologyDocument } from './schema'
import { idsInText } from './text'

/** What is wrong, where (JSON Pointer in the document), and the nearest right word. */
export interface Problem {
  path: string
  message: string
  suggestion?: string
}

export type Validation =
  | { ok: true; document: TopologyDocument; errors: []; warnings: Problem[] }
  | { ok: false; errors: Problem[]; warnings: Problem[] }

/** Reads JSON text as a topology document. Never throws; a syntax error is said with line and column. */
export function parseDocument(json: string): Validation {
  if (json.length > documentBytesMax)
    return fail([
      {
        path: '',
        message: `The document has ${(json.length / 1024 / 1024).toFixed(1)} MB; at most 10 MB are read.`,
      },
    ])
  try {
    return validate(JSON.parse(json))
  } catch {
    return fail([{ path: '', message: `This is not JSON: ${syntaxError(json)}` }])
  }
}

/** Checks shape, references and the ids inside text. Unknown fields are kept; likely typing errors are warnings. */
export function validate(value: unknown): Validation {
  let parsed = topologyDocument.safeParse(value)
  // A filled object may lack fields of its own: once more for each level of nesting.
  for (let candidate = value; !parsed.success; ) {
    candidate = fillHidden(candidate, parsed.error.issues)
    if (candidate === undefined) break
    parsed = topologyDocument.safeParse(candidate)
  }
  if (!parsed.success) return fail(parsed.error.issues.map((issue) => problemOf(issue, value)))
  const document = parsed.data
  const errors = danglingReferences(document)
  const warnings = strangeFields(document)
  return errors.length > 0 ? { ok: false, errors, warnings } : { ok: true, document, errors: [], warnings }
}

const fail = (errors: Problem[]): Validation => ({ ok: false, errors, warnings: [] })

function danglingReferences(doc: TopologyDocument): Problem[] {
  const errors: Problem[] = []
  for (const [id, resource] of Object.entries(doc.resources)) {
    const holes = resource.notVisible ?? []
    for (const { path, to, kinds: allowed } of referencesOf(resource)) {
      // A connection may be AWS's text: `${stageVariables.link}` is filled by the stage that serves the call.
      const filledLater = path.endsWith('/integration/connection') && to.includes('${stageVariables.')
      if (filledLater || holes.some((h) => covers(h.path, path))) continue
      const at = `${pointer(['resources', id])}${path}`
      const target = doc.resources[to]
      if (!target) {
        const candidates = Object.entries(doc.resources).flatMap(([other, r]) =>
          allowed.includes(r.kind) ? [other] : [],
        )
        errors.push(
          withSuggestion(
            { path: at, message: `No resource "${to}" in this topology; ${allowed.join(' or ')} is wanted here.` },
            nearest(to, candidates),
          ),
        )
      } else if (!allowed.includes(target.kind))
        errors.push({ path: at, message: `"${to}" is a ${target.kind}; ${allowed.join(' or ')} is wanted here.` })
    }
    for (const { path, id: named } of idsInText(resource)) {
      if (doc.resources[named]) continue
      const problem = {
        path: `${pointer(['resources', id])}${path}`,
        message: `The text names \${${named}.…}, which this topology lacks.`,
      }
      errors.push(withSuggestion(problem, nearest(named, Object.keys(doc.resources))))
    }
  }
  return errors
}

/** A field no schema knows is kept, but one that is nearly a known field is probably a typing error. */
function strangeFields(doc: TopologyDocument): Problem[] {
  const warnings: Problem[] = []
  for (const [id, resource] of Object.entries(doc.resources)) {
    const fields = Object.keys(kinds[resource.kind].shape)
    for (const key of Object.keys(resource)) {
      if (fields.includes(key)) continue
      const meant = nearest(key, fields)
      const problem = {
        path: pointer(['resources', id, key]),
        message: `A ${resource.kind} has no field "${key}"; it is kept and not read.`,
      }
      warnings.push(withSuggestion(problem, meant))
    }
  }
  return warnings
}

function problemOf(issue: z.core.$ZodIssue, root: unknown): Problem {
  const path = pointer(issue.path)
  const at = valueAtPath(root, issue.path)
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'kind') {
    const word = String(at ?? '')
    return withSuggestion(
      { path, message: at === undefined ? 'A resource needs a kind.' : `There is no kind "${word}".` },
      isKind(word) ? undefined : nearest(word, kindNames),
    )
  }
  if (issue.code === 'invalid_value' && typeof at === 'string')
    return withSuggestion(
      { path, message: `"${at}" is not one of ${issue.values.map(String).join(', ')}.` },
      nearest(at, issue.values.map(String)),
    )
  if (at === undefined && issue.code === 'invalid_type') return missingField(issue, root, path)
  if (issue.code === 'invalid_type') return { path, message: `${issue.expected} is wanted here, not ${typeName(at)}.` }
  return { path, message: sentence(issue.message) }
}

function missingField(issue: z.core.$ZodIssueInvalidType, root: unknown, path: string): Problem {
  const key = String(issue.path.at(-1) ?? '')
  const parent = valueAtPath(root, issue.path.slice(0, -1))
  const present = typeof parent === 'object' && parent !== null ? Object.keys(parent) : []
  const written = nearest(key, present)
  const problem = { path, message: `"${key}" is missing; ${issue.expected} is wanted.` }
  return written ? { ...problem, suggestion: `"${written}" stands there: "${key}" is the field's name.` } : problem
}

const withSuggestion = (problem: Problem, suggestion: string | undefined): Problem =>
  suggestion === undefined ? problem : { ...problem, suggestion }

const sentence = (message: string) => (message.endsWith('.') ? message : `${message}.`)

const typeName = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`)

function valueAtPath(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

// The engine's own message differs between versions of Node and browsers, so the position comes from a parser.
function syntaxError(json: string): string {
  const errors: ParseError[] = []
  parse(json, errors, { disallowComments: true })
  const [first] = errors
  if (!first) return 'it ends too early.'
  const before = json.slice(0, first.offset).split('\n')
  const what = printParseErrorCode(first.error)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
  return `${what} at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}.`
}
