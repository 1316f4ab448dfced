import { encodeForm } from '../../percent'
import { about, type Draft, type Effect, remark } from '../draft'

const append = (draft: Draft, text: string, joint: string) => {
  draft.data = draft.data === undefined ? text : draft.data + joint + text
}

const unread = (draft: Draft, given: Parameters<Effect>[1]) => {
  append(draft, '', '&')
  remark(draft, given, about(given, 'this part of the body is in a file, which is not read.'))
}

const plain: Effect = (draft, given, value) =>
  value.startsWith('@') ? unread(draft, given) : append(draft, value, '&')

/** `content`, `=content`, `name=content`, `@file`, `name@file`; undefined for a file. */
function urlEncoded(value: string): string | undefined {
  const at = /[=@]/.exec(value)
  if (!at) return encodeForm(value)
  if (at[0] === '@') return undefined
  const name = value.slice(0, at.index)
  return `${name}${name === '' ? '' : '='}${encodeForm(value.slice(at.index + 1))}`
}

/** The body: several parts join with `&`, JSON parts without anything between. */
export const data: Record<string, Effect> = {
  data: plain,
  'data-ascii': plain,
  'data-binary': plain,
  'data-raw': (draft, _given, value) => append(draft, value, '&'),
  'data-urlencode': (draft, given, value) => {
    const text = urlEncoded(value)
    if (text === undefined) unread(draft, given)
    else append(draft, text, '&')
  },
  json: (draft, given, value) => {
    draft.json = true
    if (value.startsWith('@')) unread(draft, given)
    else append(draft, value, '')
  },
  form: (draft, given) => {
    draft.form = true
    remark(draft, given, about(given, 'a multipart body, which is not built.'))
  },
  'form-string': (draft, given) => {
    draft.form = true
    remark(draft, given, about(given, 'a multipart body, which is not built.'))
  },
  'url-query': (draft, given, value) => {
    const text = value.startsWith('+') ? value.slice(1) : urlEncoded(value)
    if (text === undefined)
      remark(draft, given, about(given, 'this part of the query is in a file, which is not read.'))
    else draft.query.push(text)
  },
}
