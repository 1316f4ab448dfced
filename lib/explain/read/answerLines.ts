import type { Header } from '@/lib/invocation/invocation'
import { endOf } from '../paste/json'
import type { Answer, Reader } from './facts'

const head = /^(?:< |\s*)HTTP\/[\d.]+ (\d{3})(?:\s|$)/
const header = /^(?:< )?([A-Za-z][A-Za-z0-9-]{0,60}):\s?(.*)$/
/** Lines of curl that are no part of an answer: its notes, what it sends, its progress meter. */
const notes =
  /^(?:[*>](?:\s|$)|<\s?$|[{}] \[\d+ bytes|\s*% Total|\s*Dload|\s*\d{1,3}\s+\d+\s+\d{1,3}\s+\d+|\s+0 {5}0|curl: \(|real\s|user\s|sys\s)/

/** Answers with a status line, as `curl -v` and `curl -i` show them. */
export const readAnswerLines: Reader = (_, lines) => {
  const answers: Answer[] = []
  let connecting = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (/^> CONNECT /.test(line)) connecting = true
    if (/^> (?!CONNECT)[A-Z]{3,8} /.test(line)) connecting = false
    const status = head.exec(line)?.[1]
    if (status === undefined) continue
    const verbose = line.startsWith('<')
    const { headers, next } = headersAt(lines, i + 1, verbose)
    const end = nextHead(lines, next)
    const code = Number(status)
    // The answer of a proxy to CONNECT, and `100 Continue`, come before the answer that is meant.
    if (!connecting && code >= 200) {
      const body = bodyOf(lines.slice(next, end))
      answers.push({ status: code, headers, headed: true, ...(body === undefined ? {} : { body }) })
    }
    i = next - 1
  }
  return { answers }
}

function headersAt(lines: readonly string[], from: number, verbose: boolean) {
  const headers: Header[] = []
  let i = from
  for (; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (verbose && /^[*>{}]/.test(line)) continue
    if (verbose ? /^<\s*$/.test(line) : line.trim() === '') return { headers, next: i + 1 }
    const [, name, value = ''] = header.exec(line.trimStart()) ?? []
    if (name === undefined) return { headers, next: i }
    headers.push({ name, value: value.trim() })
  }
  return { headers, next: i }
}

function nextHead(lines: readonly string[], from: number): number {
  const found = lines.findIndex((line, i) => i >= from && (head.test(line) || /^> [A-Z]{3,8} \S+ HTTP/.test(line)))
  return found < 0 ? lines.length : found
}

/** The text of the body, without what curl writes around and behind it. */
export function bodyOf(lines: readonly string[]): string | undefined {
  const kept: string[] = []
  for (const line of lines) {
    const glued = /^\*.*?(?:left intact|Closing connection(?: #?\d+)?)([{<[].*)$/.exec(line)?.[1]
    if (glued !== undefined) kept.push(glued)
    else if (!notes.test(line) && !/^< /.test(line)) kept.push(line)
  }
  const text = kept.join('\n').trim()
  if (text === '') return undefined
  return jsonHead(text) ?? text.split(/\n\s*\n/)[0]?.trim()
}

/** A body of JSON ends with its last bracket; what follows is the next prompt. */
export function jsonHead(text: string): string | undefined {
  if (!/^[{[]/.test(text)) return undefined
  const end = endOf(text, 0)
  return end === undefined ? undefined : text.slice(0, end)
}
