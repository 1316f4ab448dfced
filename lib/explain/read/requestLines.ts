import type { Header } from '@/lib/invocation/invocation'
import type { RecoveredRequest } from '../explanation'
import type { Reader } from './facts'

const requestLine = /^> ([A-Z]{3,10}) (\S+) HTTP\/[\d.]+$/
/** curl writes HTTP/2 headers a second time, with its own sign. */
const pseudo = /^\* \[HTTP\/2\] \[\d+\] \[:(method|path|authority|scheme): ([^\]]*)\]$/
const header = /^> ([A-Za-z0-9-]{1,60}):\s?(.*)$/

/** Headers that every tool sends of its own. */
const own = /^(?:host|user-agent|accept|content-length|accept-encoding|connection|content-type)$/i

/** What `curl -v` shows of the request as it was sent: the lines that begin with `>`. */
export const readRequestLines: Reader = (text, lines) => {
  const request: RecoveredRequest = {}
  const headers: Header[] = []
  let path: string | undefined
  for (const line of lines) {
    const [, method, target] = requestLine.exec(line) ?? []
    if (method === 'CONNECT') continue
    if (method !== undefined && request.method === undefined) {
      request.method = method
      path = target
      headers.length = 0
      continue
    }
    const [, name, value = ''] = header.exec(line) ?? []
    if (name === undefined || request.method === undefined) continue
    if (/^host$/i.test(name)) request.hostHeader ??= value.trim()
    else if (!own.test(name)) headers.push({ name, value: value.trim() })
    if (/^authorization$/i.test(name)) request.signed = /^\s*AWS4-/.test(value)
    if (/^user-agent$/i.test(name)) request.tool ??= toolOf(value)
  }
  for (const line of lines) {
    const [, part, value = ''] = pseudo.exec(line) ?? []
    if (part === 'method') request.method ??= value
    if (part === 'path') path ??= value
    if (part === 'authority') request.hostHeader ??= value
  }
  if (request.method === undefined) return {}
  if (headers.length > 0) request.headers = distinct(headers)
  const host = connectedName(text) ?? request.hostHeader
  if (host !== undefined && path !== undefined) request.url = `${scheme(text)}://${host}${path}`
  return { request }
}

const toolOf = (agent: string): string => /^\s*([\w.-]+)/.exec(agent)?.[1]?.toLowerCase() ?? agent

const connectedName = (text: string): string | undefined => /^\* Connected to (\S+) \(/m.exec(text)?.[1]

const scheme = (text: string): string => (/ port 80\b/.test(text) && !/TLS|SSL/.test(text) ? 'http' : 'https')

const distinct = (headers: Header[]): Header[] =>
  headers.filter((h, i) => headers.findIndex((o) => o.name === h.name && o.value === h.value) === i)
