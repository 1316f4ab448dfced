import { endOf } from '../paste/json'
import type { Answer, Reader } from './facts'

/** A body of API Gateway's, with a status before or behind it. */
const body =
  /(?:^|[^\w.])(?:HTTP\s*)?([1-5]\d\d)?[\s:,-]{0,4}(?:Forbidden|Unauthorized|Internal Server Error|Gateway Time-?out|Bad Gateway|Service Unavailable)?[\s:,-]{0,4}(\{\s*"[Mm]essage"\s*:)/g

/** Answers of which only the body is shown: `403 {"message":"Forbidden"}`, or a program that prints it. */
export const readBareAnswer: Reader = (text, lines) => {
  if (lines.some((line) => /^(?:< |\s*)HTTP\/[\d.]+ \d{3}/.test(line))) return {}
  const answers: Answer[] = []
  for (const found of text.matchAll(body)) {
    const start = (found.index ?? 0) + found[0].length - (found[2]?.length ?? 0)
    const end = endOf(text, start)
    if (end === undefined) continue
    const before = found[1]
    const behind = /^\s{0,3}(?:HTTP\s*)?(?:status(?:\s*code)?[:= ]*)?([1-5]\d\d)(?!\d)/i.exec(
      text.slice(end, end + 40),
    )?.[1]
    const status = before ?? behind ?? near(text, start)
    answers.push({
      headers: headersIn(text),
      headed: false,
      body: text.slice(start, end),
      ...(status === undefined ? {} : { status: Number(status) }),
    })
  }
  return { answers: answers.slice(0, 20) }
}

/** Words by which programs name the status. */
const statusWord =
  /(?:status(?:[ _]?code)?["']?\s*[:=]?\s*|HTTP Error |\()["']?([45]\d\d)\b|\b([45]\d\d) (?:Client|Server) Error|<\[?Response \[([45]\d\d)\]/i

function near(text: string, at: number): string | undefined {
  const [, a, b, c] = statusWord.exec(text.slice(Math.max(0, at - 600), at + 600)) ?? []
  return a ?? b ?? c
}

/** `x-amzn-errortype: ForbiddenException` as programs print it. */
function headersIn(text: string) {
  const value = /x-amzn-errortype["']?\s*[:=]\s*["']?(\w+)/i.exec(text)?.[1]
  return value === undefined ? [] : [{ name: 'x-amzn-ErrorType', value }]
}

/** A status with no body at all: what `-w '%{http_code}'` prints, or a program's `403 Client Error`. */
export const readStatuses: Reader = (text, lines) => {
  const statuses = lines.flatMap((line) => {
    if (
      !/^\s*(?:(?:\d+[:.)]?|try|call|run|#\d+)\s+)?["']?(?:HTTP\s*)?[1-5]\d\d(?:\s+\d+(?:[.,]\d+)?s?)?["']?(?:\s+(?:[1-5]\d\d|000))*\s*$/i.test(
        line,
      )
    )
      return []
    return [...line.matchAll(/\b([1-5]\d\d)\b(?![.,]\d)/g)].map((m) => Number(m[1]))
  })
  if (statuses.length > 0) return { statuses }
  const [, a, b, c] = statusWord.exec(text) ?? []
  const only = a ?? b ?? c
  return only === undefined ? {} : { statuses: [Number(only)] }
}
