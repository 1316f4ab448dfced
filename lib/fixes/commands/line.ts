import { quote } from '@/lib/invocation/curl/shell/quote'
import type { TopologyDocument } from '@/lib/topology/document'

/** A word that the shell works out itself, quoted where it has to be. */
export interface Raw {
  raw: string
}

/** An option without a value is a switch; a list has one word for each value. */
export type Flag = [name: string, ...values: (string | Raw)[]]

/** One command of the AWS CLI, each option on its own line. */
export const line = (words: string, flags: Flag[]): string =>
  [`aws ${words}`, ...flags.map(([name, ...values]) => [name, ...values.map(wordOf)].join(' '))].join(' \\\n  ')

const wordOf = (value: string | Raw) => (typeof value === 'string' ? quote(value, 'sh') : value.raw)

/** A read command: what is wanted of the answer, as the shell compares it. */
export const reads = (words: string, flags: Flag[], query: string, output: 'text' | 'json' = 'text'): string =>
  line(words, [...flags, ['--query', query], ['--output', output]])

export const fileOf = (name: string): Raw => ({ raw: `file://"$work"/${name}` })

/** A name of a file that every system takes. */
export const fileName = (what: string, id: string): string => `${what}-${id.replaceAll(/[^A-Za-z0-9-]/g, '-')}.json`

/** What a resource is called in a sentence. */
export const called = (doc: TopologyDocument, id: string): string =>
  doc.resources[id]?.physicalId ?? doc.resources[id]?.name ?? id

export const rowsOf = (rows: (string | number | boolean | undefined)[][]): string =>
  rows.map((row) => row.map(cell).join('\t')).join('\n')

/** As the CLI prints values in its text format: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html */
function cell(value: string | number | boolean | undefined): string {
  if (value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return String(value)
}
