import { base64 } from '../base64'
import { encodeForbidden } from '../percent'
import { type Draft, remark } from './draft'
import { firstOfGlob } from './glob'
import type { Word } from './shell/word'

const parts = /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/)?([^/?#]*)([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/

export type UrlRead = { ok: true; url: string } | { ok: false; at: number; says: string }

/** The URL that curl really calls, by the rules it applies before it sends anything. */
export function urlOf(draft: Draft, word: Word): UrlRead {
  const fail = (says: string): UrlRead => ({ ok: false, at: word.at, says })
  let { text } = word
  // The braces of `${NAME}` are the shell's.
  if (!draft.globoff && word.expansions.length === 0) {
    const globbed = firstOfGlob(text)
    if (!globbed.ok) return fail(globbed.says)
    if (globbed.several) remark(draft, word, 'curl makes several URLs of this one; the first is read.')
    text = globbed.url
  }
  if (/[\0-\x20\x7f]/.test(text) && word.expansions.length === 0)
    return fail('curl refuses a URL with a blank in it; write %20.')
  const [, scheme, authority = '', path = '', query = '', fragment] = parts.exec(text) ?? []
  if (scheme === undefined) remark(draft, word, 'curl takes http:// where no scheme is written.')
  else if (!/^https?$/i.test(scheme)) return fail(`${scheme}:// is no call of an API; http and https are read.`)
  if (fragment !== undefined) remark(draft, word, `What follows # is not sent: ${fragment}`)
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  if (host === '' || host.startsWith(':')) return fail('The URL names no host.')
  if (host !== authority) {
    const user = percentDecoded(authority.slice(0, -host.length - 1))
    draft.implied.push({ name: 'Authorization', value: `Basic ${base64(user.includes(':') ? user : `${user}:`)}` })
    remark(draft, word, 'Name and password are taken out of the URL; curl sends them as Authorization.')
  }
  const squashed = draft.pathAsIs ? path : withoutDots(path)
  if (squashed !== path) remark(draft, word, `curl sends the path as ${squashed}; --path-as-is turns that off.`)
  return { ok: true, url: encodeForbidden(`${scheme ?? 'http'}://${host}${squashed}${withQuery(draft, word, query)}`) }
}

/** `-G` puts the body into the query; `--url-query` adds to it, but only without `-G`. */
function withQuery(draft: Draft, word: Word, query: string): string {
  const get = draft.get && draft.data !== undefined
  if (get && draft.query.length > 0) remark(draft, word, 'curl leaves --url-query out where -G puts data into the URL.')
  const added = get ? [draft.data] : draft.query
  if (added.length === 0) return query
  return query === '' ? `?${added.join('&')}` : `${query}${query === '?' ? '' : '&'}${added.join('&')}`
}

export const hasDots = (path: string): boolean => /(?:^|\/)\.\.?(?:\/|$)/.test(path)

/** RFC 3986, section 5.2.4. */
function withoutDots(path: string): string {
  if (!hasDots(path)) return path
  const kept: string[] = []
  const segments = path.split('/').slice(1)
  for (const [i, segment] of segments.entries()) {
    const dots = segment === '.' || segment === '..'
    if (segment === '..') kept.pop()
    if (!dots) kept.push(segment)
    else if (i === segments.length - 1) kept.push('')
  }
  return `/${kept.join('/')}`
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
