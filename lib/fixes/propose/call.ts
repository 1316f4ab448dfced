import type { Invocation } from '@/lib/invocation/invocation'
import { apiHost } from '@/lib/naming/executeApi'
import { vantageOf } from '@/lib/network/vantage'
import { resourceOf, resourcesOf } from '@/lib/topology/document'
import { allHops, called, isFirst, only, type Proposal, type Propose, type Stopped } from '../proposal'
import { integrating, leadingTo, withUri } from './integrations'
import { apiMeant, rehosted } from './names'
import { uriLabel, scheme as uriScheme } from './uris'

const withoutNames = ({ headers }: Invocation) =>
  headers.filter((h) => !['host', 'x-apigw-api-id'].includes(h.name.toLowerCase()))

/** The call arrives and names no API, or a wrong one: say in Host which one is meant. */
export const host: Propose = (stopped) => {
  const { doc, trace } = stopped
  const asking = isFirst(stopped) ? undefined : leadingTo(stopped)?.id
  const api = apiMeant(stopped) ?? only(doc, 'restApi', (_, id) => id !== asking)?.resource
  if (!api?.physicalId) return []
  const value = apiHost(api.physicalId, api.region ?? '')
  const { invocation } = trace
  const call = { ...invocation, headers: [...withoutNames(invocation), { name: 'Host', value }] }
  if (isFirst(stopped)) return [{ label: `Send Host ${value}`, call }]
  // The API in front says by its uri, or by a header that it maps, which API it means.
  const mapped = integrating(
    stopped,
    ({ name }) => `Let ${name} send the header x-apigw-api-id ${api.physicalId}`,
    (integration) => ({
      ...integration,
      requestParameters: {
        ...integration.requestParameters,
        'integration.request.header.x-apigw-api-id': `'${api.physicalId}'`,
      },
    }),
  )
  return [{ label: `Send Host ${value}`, call }, ...withUri(stopped, { host: value }, uriLabel), ...mapped]
}

/** A certificate that names the API: connect to the same place under a name that it has, so that the name is proved. */
export const certificate: Propose = (stopped) => {
  const { invocation } = stopped.trace
  const [, to = '', port = '443'] = /^https:\/\/([^/?#:]+)(?::(\d+))?/i.exec(invocation.url) ?? []
  const api = apiMeant(stopped)
  if (to === '' || stopped.check.reason === 'untrusted') return []
  const own = api?.physicalId === undefined ? [] : [apiHost(api.physicalId, api.region ?? '')]
  const names = [...(/names (.+?),? (?:not|and no address)/.exec(stopped.check.says)?.[1]?.split(' and ') ?? [])]
  return [...own, ...names.filter((name) => !name.includes('*'))].flatMap((named): Proposal[] => {
    const connectTo = [{ host: named, port, toHost: to, toPort: port }]
    const options = { ...invocation.options, connectTo }
    const url = rehosted(invocation.url, named)
    const label = `Connect to ${to} under the name ${named === own[0] ? 'of the API' : named}`
    const plain = { ...invocation, url, headers: withoutNames(invocation), options }
    const hosted = own.map((value): Proposal => {
      const headers = [...withoutNames(invocation), { name: 'Host', value }]
      return { label: `${label}, with the Host of the API`, call: { ...plain, headers } }
    })
    return [{ label, call: plain }, ...(named === own[0] ? [] : hosted)]
  })
}

/** The API wants a signature, and over the Host that is really sent. */
export const signed: Propose = (stopped) => {
  const { doc, trace, check } = stopped
  const { invocation } = trace
  // Only the first API of a chain sees the caller's signature.
  const first = trace.hops.find((h) => h.kind === 'restApi')
  const about = allHops(trace.hops).find((h) => h.checks.includes(check))
  const region = doc.resources[first?.resource ?? '']?.region
  if (region === undefined || first === undefined || (about?.n ?? 0) > first.n) return []
  const signing = { tool: 'curl' as const, region, service: 'execute-api', signedHost: 'header' as const }
  const headers = invocation.headers.filter((h) => h.name.toLowerCase() !== 'authorization')
  const call = { ...invocation, headers, signing }
  const label = `Sign the call for execute-api in ${region}`
  const own = vantageOf(doc, invocation.vantage).caller
  const signers = own === undefined ? resourcesOf(doc, 'principal').map(([id]) => id) : [own]
  return [
    { label, call },
    ...signers.map((signer) => ({
      label: `${label}, as ${doc.resources[signer]?.arn ?? signer}`,
      call: { ...call, signer },
    })),
  ]
}

/** A method that asks for no signature is better called without one than with a wrong one. */
export const unsigned = ({ trace }: Stopped): Proposal[] => {
  const { signing: _signing, signer: _signer, ...call } = trace.invocation
  const headers = call.headers.filter((h) => h.name.toLowerCase() !== 'authorization')
  return [{ label: 'Call without the signature', call: { ...call, headers } }]
}

/** The other scheme, when one end speaks TLS and the other does not. */
export const scheme: Propose = (stopped) => {
  const { trace } = stopped
  if (!isFirst(stopped)) return uriScheme(stopped)
  const { url } = trace.invocation
  const other = url.startsWith('https:') ? url.replace('https:', 'http:') : url.replace('http:', 'https:')
  const call: Invocation = { ...trace.invocation, url: other }
  const plain = other.replace(/^(https?:\/\/[^/?#:]+):\d+/, '$1')
  return [
    { label: `Call ${other.split(':')[0]}`, call },
    ...(plain === other ? [] : [{ label: `Call ${plain}`, call: { ...call, url: plain } }]),
  ]
}

/** The port of the call on which an endpoint or an API answers. */
export const httpsPort: Propose = (stopped) => {
  const { trace } = stopped
  if (!isFirst(stopped)) return withUri(stopped, { scheme: 'https', port: 443 }, uriLabel)
  const url = trace.invocation.url.replace(/^https?:\/\/([^/?#:]+)(:\d+)?/i, 'https://$1')
  return [{ label: `Call ${url}`, call: { ...trace.invocation, url } }]
}

/** A header that an answer of the authorizer is stated for. */
export const token: Propose = (stopped) => {
  const { doc, trace, hop, check } = stopped
  const name = /The authorizer (\S+) of|behind the authorizer (\S+) of/.exec(check.says)?.slice(1).find(Boolean)
  const answers = resourceOf(doc, hop.resource, 'restApi')?.authorizers?.[name ?? '']?.answers ?? []
  return answers.flatMap(({ when, fails }): Proposal[] => {
    if (when.header === undefined || fails) return []
    const { name: header, value } = when.header
    const headers = trace.invocation.headers.filter((h) => h.name.toLowerCase() !== header.toLowerCase())
    const call = { ...trace.invocation, headers: [...headers, { name: header, value }] }
    return [{ label: `Send the ${header} that ${called(doc, hop.resource)} lets in, as stated`, call }]
  })
}
