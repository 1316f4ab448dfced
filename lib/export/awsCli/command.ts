import { quote } from '@/lib/invocation/curl/shell/quote'
import type { TopologyDocument } from '@/lib/topology/document'
import { resolveText } from '@/lib/topology/text'

/** A command of the AWS CLI, to be pasted into a POSIX shell, and what it does. */
export interface AwsCommand {
  title: string
  command: string
  /** What must be filled in or known before it is run. */
  note?: string
}

/** An option with its value; a value of JSON or text is quoted here, once. */
export type Option = [name: string, value: string]

/** One command, each option on its own line, as the CLI's documentation prints them. */
export const awsCommand = (words: string, options: Option[]): string =>
  [`aws ${words}`, ...options.map(([name, value]) => `${name} ${quote(value, 'sh')}`)].join(' \\\n  ')

/** A physical id, or a placeholder that says whose id is wanted: no id is ever made up. */
export function idOf(doc: TopologyDocument, id: string): string {
  const resource = doc.resources[id]
  return resource?.physicalId ?? placeholder(resource?.name ?? id)
}

const placeholder = (name: string, what = 'id') => `<${what} of ${name}>`

/** Text of a policy with the ids that are known; the others stand as placeholders. */
export const textOf = (doc: TopologyDocument, text: string): string =>
  resolveText(doc, text, (id, field) => placeholder(doc.resources[id]?.name ?? id, field))

/** What to say when a command still holds a placeholder. */
export function noteOf(command: string): { note?: string } {
  const missing = [...new Set(command.match(/<\w+ of [^>]+>/g) ?? [])]
  return missing.length === 0
    ? {}
    : { note: `Fill in ${missing.join(', ')}: AWS gives it when the resource is created.` }
}

/** The region of a resource, else that of any other in the document. */
export const regionOf = (doc: TopologyDocument, id: string): Option[] => {
  const region = doc.resources[id]?.region ?? Object.values(doc.resources).find((r) => r.region !== undefined)?.region
  return region === undefined ? [] : [['--region', region]]
}

/** JSON in one line where it parses, so that a command stays one screen; broken text stays as it is. */
export function compact(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    return text
  }
}
