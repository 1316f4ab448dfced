import { sameName } from '../headers'
import type { Header, Invocation, Signing } from '../invocation'
import { type Draft, remark } from './draft'
import { basicAuthorization, signingOf } from './signing'
import { urlOf } from './url'

export interface Caller {
  vantage: string
  /** Which host the caller's signing tool signs, where a Host header is given. */
  signsHostOf?: Signing['signedHost'] | undefined
}

export type Joined = { ok: true; invocation: Invocation } | { ok: false; at: number; says: string }

/** The one call that all options together make. */
export function join(draft: Draft, caller: Caller, end: number): Joined {
  const [word, second] = draft.urls
  if (!word) return { ok: false, at: end, says: `${draft.tool} calls nothing: no URL stands in the command.` }
  if (second) remark(draft, second, 'Only the first URL is called here.')
  if (draft.head && draft.data !== undefined && !draft.get)
    return { ok: false, at: word.at, says: 'curl refuses -I together with a body.' }
  const read = urlOf(draft, word)
  if (!read.ok) return read
  const { headers, signing } = signingOf(draft, read.url, caller.signsHostOf)
  const body = draft.get || draft.data === undefined ? {} : { body: draft.data }
  return {
    ok: true,
    invocation: {
      vantage: caller.vantage,
      method: methodOf(draft),
      url: read.url,
      headers: [...headers, ...implied(draft, signing !== undefined)],
      ...body,
      options: draft.options,
      ...(signing ? { signing } : {}),
    },
  }
}

function methodOf(draft: Draft): string {
  if (draft.method !== undefined) return draft.method
  if (draft.head) return 'HEAD'
  if (draft.get) return 'GET'
  if (draft.form || draft.data !== undefined) return 'POST'
  return draft.upload ? 'PUT' : 'GET'
}

/** Headers that curl adds of its own, unless `-H` gives them or takes them out. */
function implied(draft: Draft, signed: boolean): Header[] {
  const added: Header[] = [...draft.implied, ...(signed ? [] : basicAuthorization(draft))]
  if (draft.tool === 'awscurl' && draft.headers.length === 0)
    added.push({ name: 'Accept', value: 'application/xml' }, { name: 'Content-Type', value: 'application/json' })
  else if (draft.json)
    added.push({ name: 'Content-Type', value: 'application/json' }, { name: 'Accept', value: 'application/json' })
  else if (draft.form) added.push({ name: 'Content-Type', value: 'multipart/form-data' })
  else if (draft.tool === 'curl' && draft.data !== undefined && !draft.get)
    added.push({ name: 'Content-Type', value: 'application/x-www-form-urlencoded' })
  return added.filter(
    (h, i) =>
      !draft.removed.has(h.name.toLowerCase()) &&
      !draft.headers.some((given) => sameName(given.name, h.name)) &&
      !added.slice(i + 1).some((later) => sameName(later.name, h.name)),
  )
}
