import type { Invocation } from '../invocation'
import { bareUrl } from './bareUrl'
import { about, type Draft, newDraft, type Remark, remark } from './draft'
import { effects } from './effects'
import { type Caller, join } from './join'
import { options } from './options/find'
import { type Given, split } from './options/split'
import { awscurlOptions, curlOptions } from './options/table'
import { lex } from './shell/dialect'
import type { CommandLine, Span, Word } from './shell/word'

export type ParsedCall =
  | { ok: true; invocation: Invocation; remarks: Remark[] }
  | { ok: false; at: number; says: string }

const tools = { curl: options(curlOptions), awscurl: options(awscurlOptions) }
type Tool = keyof typeof tools

/** Reads a curl or awscurl command, or a URL, as one call. What it cannot honour is a remark with its position. */
export function parseCall(text: string, caller: Caller): ParsedCall {
  const url = bareUrl(text, caller.vantage)
  if (url) return { ok: true, ...url }
  const { lexed } = lex(text)
  if (!lexed.ok) return lexed
  const { command } = lexed
  const start = command.words.findIndex((w) => toolOf(w) !== undefined)
  const head = command.words[start]
  const tool = head && toolOf(head)
  if (!head || !tool) return { ok: false, at: command.words[0]?.at ?? 0, says: noTool(command.words) }
  const draft = newDraft(tool)
  before(draft, command.words.slice(0, start))
  const parts = split(command.words.slice(start + 1), tools[tool], tool)
  if (!parts.ok) return parts
  for (const word of parts.equals)
    if (tool === 'curl') remark(draft, word, 'Versions of curl before 8.16 want a blank instead of this =.')
  const last = parts.given.find((given) => given.option.long === 'next')
  const mine = (where: Span) => last === undefined || where.at < last.at
  if (last) remark(draft, last, about(last, 'what follows is another call; only the first is read.'))
  for (const word of parts.strays.filter(mine)) stray(draft, word)
  for (const given of parts.given.filter(mine)) apply(draft, given)
  for (const word of parts.operands.filter(mine)) {
    draft.urls.push(word)
    expansions(draft, word)
  }
  after(draft, command, text)
  const end = command.words.at(-1)
  const joined = join(draft, caller, end ? end.at + end.length : text.length)
  if (!joined.ok) return joined
  return { ok: true, invocation: joined.invocation, remarks: draft.remarks.sort((a, b) => a.at - b.at) }
}

const toolOf = (word: Word): Tool | undefined => {
  const [, name] = /(?:^|[\\/])(curl|awscurl)(?:\.exe)?$/.exec(word.text) ?? []
  return name === 'curl' || name === 'awscurl' ? name : undefined
}

function noTool(words: Word[]): string {
  const first = words[0]?.text
  if (first === undefined) return 'Nothing stands here to call: a curl command or a URL is read.'
  if (words.some((w) => w.text === 'test-invoke-method'))
    return 'This is a test of the console: it runs the saved API without endpoint, policies, keys or authorizers, so there is no call to trace.'
  return `A curl command or a URL is read; this begins with ${first}.`
}

function apply(draft: Draft, given: Given): void {
  const { option, value } = given
  if (option.sort === 'noted') remark(draft, given, about(given, option.says ?? ''))
  if (option.sort !== 'shaping') return
  // awscurl's --data-binary says how -d is read; it has no value of its own.
  if (!option.takesValue && option.long === 'data-binary') return
  effects.get(option.long)?.(draft, given, value?.text ?? '')
  if (value && option.long !== 'user' && option.long !== 'cookie' && !/^x-amz-security-token:/i.test(value.text))
    expansions(draft, value)
}

function expansions(draft: Draft, word: Word): void {
  for (const e of word.expansions)
    if (e.what === 'variable' || e.what === 'command')
      remark(draft, e, `The shell fills in ${e.text}; its value is not known here, so it is read as it stands.`)
}

function stray(draft: Draft, word: Word): void {
  // The form in which a signed call carries a session token where there is one.
  if (!/AWS_SESSION_TOKEN/.test(word.text))
    remark(draft, word, `The shell makes words of ${word.text}; they are not known here, so they are left out.`)
}

const harmless = /^(?:sudo|time|env|command|exec|nohup|noglob|winpty|AWS_\w+=[\s\S]*)$/

function before(draft: Draft, words: Word[]): void {
  for (const word of words)
    if (!harmless.test(word.text)) remark(draft, word, `What stands before ${draft.tool} is not read: ${word.text}`)
}

const ends: Record<string, string> = {
  '&': 'An & outside quotes ends the command for the shell: put the URL in quotes. What follows is not read.',
  '|': 'What the answer is handed on to is not read.',
}

function after(draft: Draft, command: CommandLine, text: string): void {
  for (const { text: written, ...where } of command.redirects)
    if (written.includes('<')) remark(draft, where, `${written}: input from elsewhere, which is not read.`)
  const { end } = command
  if (!end || text.slice(end.at).trim() === '') return
  const where: Span = { at: end.at, length: end.operator.length }
  remark(draft, where, ends[end.operator] ?? 'Only the first command is read; what follows it is not.')
}
