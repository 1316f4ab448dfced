import { sameName } from '../../headers'
import { about, type Draft, type Effect, remark } from '../draft'

const implied =
  (name: string, write: (value: string) => string = (value) => value): Effect =>
  (draft, _given, value) => {
    draft.implied = [...draft.implied.filter((h) => !sameName(h.name, name)), { name, value: write(value) }]
  }

/** `Name: value`, `Name;` for an empty value, `Name:` to take one of curl's own headers out. */
export const header: Record<string, Effect> = {
  header: (draft, given, value) => {
    if (value.startsWith('@'))
      return remark(draft, given, about(given, 'the headers are in a file, which is not read.'))
    const text = value.replace(/[\r\n][\s\S]*$/, '')
    if (text !== value) remark(draft, given, about(given, 'a header ends at its line break; the rest is left out.'))
    const colon = text.indexOf(':')
    const empty = /^([^:;]+);\s*$/.exec(text)?.[1]
    if (empty !== undefined) return add(draft, given, empty.trim(), '')
    if (colon < 1) return remark(draft, given, about(given, `"${text}" is no header: curl leaves it out.`))
    const name = text.slice(0, colon).trim()
    const content = text.slice(colon + 1).trim()
    if (content !== '') return add(draft, given, name, content)
    draft.removed.add(name.toLowerCase())
    // A Host without a value stands for a call without a Host.
    if (sameName(name, 'Host')) {
      draft.headers.push({ name, value: '' })
      remark(draft, given, about(given, 'no Host is sent; no source says what API Gateway answers then.'))
    }
  },
  'user-agent': implied('User-Agent'),
  referer: implied('Referer', (value) => value.replace(/;auto$/, '')),
  range: implied('Range', (value) => `bytes=${value}`),
  'oauth2-bearer': implied('Authorization', (token) => `Bearer ${token}`),
  cookie: (draft, given) => remark(draft, given, about(given, 'cookies are not kept.')),
}

function add(draft: Draft, given: Parameters<Effect>[1], name: string, value: string): void {
  // A server gets only the first Host of two.
  if (sameName(name, 'Host') && draft.headers.some((h) => sameName(h.name, 'Host')))
    remark(draft, given, about(given, 'only the first Host is sent.'))
  else draft.headers.push({ name, value })
}
