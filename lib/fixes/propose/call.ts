import type { Invocation } from '@/lib/invocation/invocation'
import { apiHost } from '@/lib/naming/executeApi'
import { resourceOf } from '@/lib/topology/document'
import type { Proposal, Propose, Stopped } from '../proposal'
import { apiMeant, rehosted } from './names'

/** The call arrives and names no API, or a wrong one: say in Host which one is meant. */
export const host: Propose = (stopped) => {
  const api = apiMeant(stopped)
  if (!api?.physicalId) return []
  const value = apiHost(api.physicalId, api.region ?? '')
  const { invocation } = stopped.trace
  const headers = invocation.headers.filter((h) => !['host', 'x-apigw-api-id'].includes(h.name.toLowerCase()))
  return [{ label: `Send Host ${value}`, call: { ...invocation, headers: [...headers, { name: 'Host', value }] } }]
}

/** A certificate that names the API: connect to the same place under that name, so that the name is proved. */
export const certificate: Propose = (stopped) => {
  const api = apiMeant(stopped)
  const { invocation } = stopped.trace
  const [, to = '', port = '443'] = /^https:\/\/([^/?#:]+)(?::(\d+))?/i.exec(invocation.url) ?? []
  if (!api?.physicalId || to === '') return []
  const named = apiHost(api.physicalId, api.region ?? '')
  const headers = invocation.headers.filter((h) => !['host', 'x-apigw-api-id'].includes(h.name.toLowerCase()))
  const connectTo = [{ host: named, port, toHost: to, toPort: port }]
  const call = {
    ...invocation,
    url: rehosted(invocation.url, named),
    headers,
    options: { ...invocation.options, connectTo },
  }
  return [{ label: `Connect to ${to} under the name of the API`, call }]
}

/** The path of a call begins with a stage that the API has. */
export const stage: Propose = (stopped) => {
  const { doc, trace, hop } = stopped
  const api = resourceOf(doc, hop.resource, 'restApi')
  if (!api || hop.n > 3) return []
  const [, root = '', path = '/'] = /^(https?:\/\/[^/?#]+)(.*)$/i.exec(trace.invocation.url) ?? []
  const [, first = '', ...rest] = path.split('/')
  return Object.keys(api.stages).flatMap((name): Proposal[] => {
    const replaced = { ...trace.invocation, url: `${root}/${[name, ...rest].join('/')}` }
    const prefixed = { ...trace.invocation, url: `${root}/${[name, first, ...rest].join('/')}` }
    return [
      { label: `Call stage ${name}`, call: replaced },
      { label: `Begin the path with stage ${name}`, call: prefixed },
    ]
  })
}

/** The API wants a signature, and over the Host that is really sent. */
export const signed: Propose = ({ doc, trace, check }) => {
  // Only the first API of a chain sees the caller's signature.
  const first = trace.hops.find((h) => h.kind === 'restApi')
  const about = trace.hops.find((h) => h.checks.includes(check))
  const region = doc.resources[first?.resource ?? '']?.region
  if (region === undefined || first === undefined || (about?.n ?? 0) > first.n) return []
  const signing = { tool: 'curl' as const, region, service: 'execute-api', signedHost: 'header' as const }
  return [{ label: `Sign the call for execute-api in ${region}`, call: { ...trace.invocation, signing } }]
}

/** The other scheme, when one end speaks TLS and the other does not. */
export const scheme: Propose = ({ trace }: Stopped) => {
  const { url } = trace.invocation
  const call: Invocation = {
    ...trace.invocation,
    url: url.startsWith('https:') ? url.replace('https:', 'http:') : url.replace('http:', 'https:'),
  }
  return [{ label: `Call ${call.url.split(':')[0]}`, call }]
}
