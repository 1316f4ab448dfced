import type { CallOptions, Header } from '../invocation'
import type { Given } from './options/split'
import type { Span, Word } from './shell/word'

/** What of a command is not honoured, or is honoured in a way worth knowing, and where it stands. */
export interface Remark extends Span {
  says: string
}

/** A command line read option by option, before curl's own rules join it to one call. */
export interface Draft {
  tool: 'curl' | 'awscurl'
  urls: Word[]
  method?: string
  head: boolean
  get: boolean
  /** The parts of the body as they add up; undefined: no body. */
  data?: string
  /** What the body is made of besides `-d`, or instead of it. */
  json: boolean
  form: boolean
  upload: boolean
  headers: Header[]
  /** Names, in lower case, that `-H 'Name:'` takes out. */
  removed: Set<string>
  /** What curl adds of its own unless `-H` says otherwise. */
  implied: Header[]
  query: string[]
  globoff: boolean
  pathAsIs: boolean
  options: CallOptions
  user?: Given
  sigv4?: Given
  region?: string
  service?: string
  remarks: Remark[]
}

export const newDraft = (tool: Draft['tool']): Draft => ({
  tool,
  urls: [],
  head: false,
  get: false,
  json: false,
  form: false,
  upload: false,
  headers: [],
  removed: new Set(),
  implied: [],
  query: [],
  globoff: false,
  pathAsIs: false,
  options: {},
  remarks: [],
})

/** What an option does to the draft. `value` is the text that follows it, empty for a switch. */
export type Effect = (draft: Draft, given: Given, value: string) => void

export const remark = (draft: Draft, where: Span, says: string): void => {
  draft.remarks.push({ at: where.at, length: where.length, says })
}

/** How an option was written, for the head of a remark. */
export const about = (given: Given, says: string): string => `${given.written}: ${says}`
