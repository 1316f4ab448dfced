import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { documentBytesMax, type TopologyDocument } from '@/lib/topology/document'
import { migrate } from '@/lib/topology/migrations'
import { applyPatch, type Patch, PatchError } from '@/lib/topology/patch'
import { type Problem, parseDocument, type Validation, validate } from '@/lib/topology/validate'
import { InputError, type Io } from './command'

/** The text of FILE, or of standard input for `-`. @throws InputError */
export async function readText(io: Io, file: string): Promise<string> {
  if (file === '-') return io.stdin()
  try {
    return await readFile(path.resolve(io.cwd, file), 'utf8')
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${reason(error)}.`)
  }
}

/** Reads FILE with the patch applied and checks it, without judging. */
export async function loadTopology(io: Io, file: string, patch?: string): Promise<Validation> {
  const text = await readText(io, file)
  if (text.length > documentBytesMax) return parseDocument(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return parseDocument(text)
  }
  const migrated = migrate(value)
  if (migrated.state === 'newer')
    throw new InputError(`${file} has schemaVersion ${migrated.version}, which a newer Throughline writes.`)
  const document = patch === undefined ? migrated.document : await patched(io, migrated.document, patch)
  return validate(document)
}

/** A topology that is in order; warnings go to standard error. @throws InputError listing every problem */
export async function readTopology(io: Io, file: string, patch?: string): Promise<TopologyDocument> {
  const result = await loadTopology(io, file, patch)
  if (!result.ok) throw new InputError([`${file} is no topology:`, ...result.errors.map(problemLine)].join('\n'))
  return result.document
}

export const problemLine = (problem: Problem): string =>
  `  ${problem.path || 'document'}: ${problem.message}${problem.suggestion ? ` Nearest: ${problem.suggestion}` : ''}`

async function patched(io: Io, document: unknown, patch: string): Promise<unknown> {
  const operations = await readPatch(io, patch)
  try {
    return applyPatch(document, operations)
  } catch (error) {
    if (error instanceof PatchError) throw new InputError(`The patch does not apply: ${error.message}.`)
    throw error
  }
}

/** A JSON Patch from a file, or the patch itself where it begins with `[`. @throws InputError */
export async function readPatch(io: Io, patch: string): Promise<Patch> {
  const inline = patch.trimStart().startsWith('[')
  const name = inline ? 'The patch' : patch
  let value: unknown
  try {
    value = JSON.parse(inline ? patch : await readText(io, patch))
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(`${name} is not JSON: ${reason(error)}.`)
  }
  if (!isPatch(value)) throw new InputError(`${name} is no JSON Patch: a list of { op, path, value } is wanted.`)
  return value
}

const operations = ['add', 'replace', 'test', 'remove', 'move', 'copy']

function isPatch(value: unknown): value is Patch {
  return (
    Array.isArray(value) &&
    value.every(
      (o) =>
        typeof o === 'object' &&
        o !== null &&
        operations.includes(o.op) &&
        typeof o.path === 'string' &&
        (!['add', 'replace', 'test'].includes(o.op) || 'value' in o) &&
        (!['move', 'copy'].includes(o.op) || typeof o.from === 'string'),
    )
  )
}

function reason(error: unknown): string {
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'ENOENT') return 'there is no such file'
    if (error.code === 'EACCES') return 'permission denied'
    if (error.code === 'EISDIR') return 'it is a folder'
  }
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
}
