import { buildTemplate } from '@/lib/templates/build'
import { pointer } from '@/lib/topology/pointer'
import type { Problem } from '@/lib/topology/validate'
import { type CasesFile, casesFile } from './format'

export type ReadCases = { ok: true; file: CasesFile } | { ok: false; problems: Problem[] }

/** Reads JSON text as a CASES file; what is wrong is said with its path. Never throws. */
export function readCases(text: string): ReadCases {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { ok: false, problems: [{ path: '', message: `This is not JSON: ${why}.` }] }
  }
  const parsed = casesFile.safeParse(value)
  if (parsed.success) return { ok: true, file: parsed.data }
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) => ({ path: pointer(path), message: `${message}.` })),
  }
}

/**
 * The document that a file's cases start from. A path is handed to `load`, which finds it beside the file.
 * @throws TemplateError for a template, variant, add-on or region that does not exist
 */
export async function documentOf(file: CasesFile, load: (path: string) => Promise<unknown>): Promise<unknown> {
  const { topology } = file
  if (typeof topology === 'string') return load(topology)
  return isTemplateChoice(topology) ? buildTemplate(topology.template, topology) : topology
}

type Choice = Extract<CasesFile['topology'], { template: string }>

const isTemplateChoice = (topology: Exclude<CasesFile['topology'], string>): topology is Choice =>
  !('schemaVersion' in topology)
