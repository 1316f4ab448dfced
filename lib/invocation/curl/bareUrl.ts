import type { Invocation } from '../invocation'
import { encodeForbidden } from '../percent'
import type { Remark } from './draft'

const withScheme = /^(?:(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[ \t]+)?(https?:\/\/[^\n]+)$/i
const withoutScheme =
  /^(?:(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[ \t]+)?((?:[a-z0-9_-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?]\S*)?)$/i

/** A URL alone, with or without a method before it: `https://…`, `POST https://…`, `name.example.com/path`. */
export function bareUrl(text: string, vantage: string): { invocation: Invocation; remarks: Remark[] } | undefined {
  const trimmed = text.trim().replace(/^[<"'](.*)[>"']$/, '$1')
  const found = withScheme.exec(trimmed) ?? withoutScheme.exec(trimmed)
  const url = found?.[2]
  if (url === undefined) return undefined
  const at = text.indexOf(url)
  const remarks: Remark[] = []
  const whole = /^https?:/i.test(url) ? url : `https://${url}`
  if (whole !== url) remarks.push({ at, length: url.length, says: 'https:// is taken where no scheme is written.' })
  const [sent = whole, fragment] = whole.split('#')
  if (fragment !== undefined)
    remarks.push({
      at: at + url.indexOf('#'),
      length: fragment.length + 1,
      says: `What follows # is not sent: #${fragment}`,
    })
  const method = found?.[1]?.toUpperCase() ?? 'GET'
  return { invocation: { vantage, method, url: encodeForbidden(sent), headers: [], options: {} }, remarks }
}
