import { headerValue } from '@/lib/invocation/headers'
import type { Seen } from '../seen/seen'
import { quotePosix } from './quote'

interface Change {
  url?: string
  host?: string | null
  header?: { name: string; value: string }
  /** Options that stand before everything else. */
  options?: string
  tool?: string
}

/** Values that are asked of the shell instead of being printed. */
const secret =
  /^(?:authorization|proxy-authorization|cookie|x-api-key|x-amz-security-token|.*(?:token|secret|password))$/i

/** The same call once more with one thing changed, as a bash line without anything secret in it. */
export function again(seen: Seen, change: Change = {}): string {
  const { request } = seen
  const url = change.url ?? request.url ?? `https://${seen.to?.host ?? 'NAME'}/`
  const words = ['curl -sv']
  if (change.options !== undefined) words.push(change.options)
  if (request.method !== undefined && request.method !== 'GET') words.push(`-X ${request.method}`)
  const host = change.host === undefined ? request.hostHeader : change.host
  if (host) words.push('-H', quotePosix(`Host: ${host}`))
  const headers = [...(request.headers ?? [])]
  const { header } = change
  if (header && headerValue(headers, header.name) === undefined) headers.push(header)
  for (const { name, value } of headers) {
    const replaced = header && name.toLowerCase() === header.name.toLowerCase() ? header.value : value
    if (secret.test(name)) words.push('-H', `"${name}: $${name.toUpperCase().replaceAll('-', '_')}"`)
    else if (replaced !== '') words.push('-H', quotePosix(`${name}: ${replaced}`))
  }
  words.push(quotePosix(url))
  return words.join(' ')
}

/** The URL of a call with another host. */
export const atHost = (seen: Seen, host: string): string =>
  (seen.request.url ?? `https://${host}/`).replace(/^(https?:\/\/)[^/?#]*/i, `$1${host}`)
