import { headerValue } from '@/lib/invocation/headers'
import type { Seen } from '../seen/seen'
import { quotePosix } from './quote'
import { methodName } from './words'

interface Change {
  url?: string
  /** Another Host; null for none of its own. */
  host?: string | null
  /** A header in the place of the one of this name; an empty value leaves it out. */
  header?: { name: string; value: string }
  /** Options that stand before everything else. */
  options?: string[]
}

/** Values that are asked of the shell instead of being printed. */
const secret =
  /^(?:authorization|proxy-authorization|cookie|x-api-key|x-amz-security-token|.*(?:token|secret|password))$/i

/** The same call once more with one thing changed, as a bash line without anything secret in it. */
export function again(seen: Seen, change: Change = {}): string {
  const { request } = seen
  const words = ['curl -sv', ...(change.options ?? []).map(quotePosix)]
  if (methodName(seen) !== 'GET') words.push(`-X ${methodName(seen)}`)
  const host = change.host === undefined ? request.hostHeader : change.host
  if (host) words.push('-H', quotePosix(`Host: ${host}`))
  const headers = [...(request.headers ?? [])]
  const { header } = change
  if (header && headerValue(headers, header.name) === undefined) headers.push(header)
  for (const { name, value } of headers) words.push(...headerWords(name, replacing(header, name) ?? value))
  words.push(quotePosix(change.url ?? request.url ?? `https://${seen.to?.host ?? 'NAME'}/`))
  return words.join(' ')
}

const replacing = (header: Change['header'], name: string): string | undefined =>
  header && name.toLowerCase() === header.name.toLowerCase() ? header.value : undefined

function headerWords(name: string, value: string): string[] {
  if (value === '' || !/^[\w-]+$/.test(name)) return []
  if (!secret.test(name)) return ['-H', quotePosix(`${name}: ${value}`)]
  return ['-H', `"${name}: $${name.toUpperCase().replaceAll('-', '_')}"`]
}

/** The URL of a call with another host. */
export const atHost = (seen: Seen, host: string): string =>
  (seen.request.url ?? `https://${host}/`).replace(/^(https?:\/\/)[^/?#]*/i, `$1${host}`)
