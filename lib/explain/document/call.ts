import type { Header, Invocation } from '@/lib/invocation/invocation'
import { apiHost } from '@/lib/naming/executeApi'
import { resourcesOf, type TopologyDocument } from '@/lib/topology/document'
import type { Seen } from '../seen/seen'

/** The recovered call from one vantage, as the trace wants it; undefined where too little of it is known. */
export function callFrom(doc: TopologyDocument, seen: Seen, vantage: string): Invocation | undefined {
  if (seen.invocation) return { ...seen.invocation, vantage }
  const { request } = seen
  const url = request.url ?? urlOfLog(doc, seen)
  if (url === undefined || !/^https?:\/\/[^/]/i.test(url)) return undefined
  const host: Header[] = request.hostHeader === undefined ? [] : [{ name: 'Host', value: request.hostHeader }]
  return {
    vantage,
    method: request.method ?? 'GET',
    url,
    headers: [...(request.headers ?? []), ...host],
    options: request.insecure ? { insecure: true } : {},
  }
}

/** A log names the API, the method and the path below the stage. Its stage is in no line: any that has the path serves. */
function urlOfLog(doc: TopologyDocument, seen: Seen): string | undefined {
  const { api, path } = seen.request
  if (api === undefined || path === undefined) return undefined
  const found = resourcesOf(doc, 'restApi').find(([id, r]) => r.physicalId === api || id === api)
  if (!found) return undefined
  const [, restApi] = found
  const named = new RegExp(`${api}/([\\w-]+)`).exec(seen.words)?.[1]
  const stage = named !== undefined && restApi.stages[named] ? named : Object.keys(restApi.stages)[0]
  if (stage === undefined || restApi.region === undefined) return undefined
  return `https://${apiHost(api, restApi.region)}/${stage}${path}`
}
