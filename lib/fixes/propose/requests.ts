import type { Invocation } from '@/lib/invocation/invocation'
import { type Method, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { valueAt } from '@/lib/topology/pointer'
import { isFirst, type Propose, type Stopped } from '../proposal'
import { integrating, leadingTo } from './integrations'
import { sampleOf } from './sample'

const withHeader = (call: Invocation, name: string, value: string): Invocation => ({
  ...call,
  headers: [...call.headers.filter((h) => h.name.toLowerCase() !== name.toLowerCase()), { name, value }],
})

/** Only presence is asked for: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html */
export const parameters: Propose = (stopped) => {
  const { trace, check } = stopped
  const names = /requires (.+) here/.exec(check.says)?.[1]?.split(', ') ?? []
  const declared = Object.keys(check.evidence[0]?.value ?? {})
  let call = trace.invocation
  for (const name of names) {
    const place = declared.find((d) => d.endsWith(`.${name}`))?.split('.')[2]
    if (place === 'header') call = withHeader(call, name, '1')
    else call = { ...call, url: withQuery(call.url, name) }
  }
  return isFirst(stopped) ? [{ label: `Send ${names.join(' and ')}: 1 stands for a value of yours`, call }] : []
}

function withQuery(url: string, name: string): string {
  const [, before = url, query = '', after = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(url) ?? []
  const kept = query
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && pair.split('=')[0] !== name)
  return `${before}?${[...kept, `${name}=1`].join('&')}${after}`
}

/** The body with what the model wants, each value a sample. */
export const body: Propose = (stopped) => {
  const { doc, trace } = stopped
  const schema = schemaOf(doc, stopped)
  if (schema === undefined || !isFirst(stopped)) return []
  const sent = parsed(trace.invocation.body ?? '')
  const call = { ...trace.invocation, body: JSON.stringify(sampleOf(schema, sent)) }
  return [{ label: 'Send a body that fits the model: its values stand for yours', call }]
}

function schemaOf(doc: TopologyDocument, { hop, check, trace }: Stopped): unknown {
  const api = resourceOf(doc, hop.resource, 'restApi')
  const model = /model (\S+) of/.exec(check.says)?.[1]
  const path = hop.checks.find((c) => c.id === 'method.exists')?.evidence[0]?.path ?? ''
  const methods = valueAt(api, `${path}/methods`)
  const type =
    trace.invocation.headers.find((h) => h.name.toLowerCase() === 'content-type')?.value ?? 'application/json'
  const method = methodIn(methods, hop.call.method)
  return parsed(api?.models?.[model ?? method?.requestModels?.[type] ?? ''] ?? '')
}

const methodIn = (methods: unknown, verb: string): Method | undefined =>
  typeof methods === 'object' && methods !== null
    ? Object.entries(methods).find(([name]) => name === verb)?.[1]
    : undefined

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A content type that the integration has a template for, else one that lets every type through. */
export const contentType: Propose = (stopped) => {
  const { trace } = stopped
  const types = Object.keys(leadingTo(stopped)?.integration.requestTemplates ?? {})
  const calls = isFirst(stopped)
    ? types.map((type) => ({
        label: `Send content-type ${type}`,
        call: withHeader(trace.invocation, 'content-type', type),
      }))
    : []
  const passing = integrating(
    stopped,
    ({ name }) => `Let the integration of ${name} pass bodies on that have no template`,
    (integration) => ({ ...integration, passthroughBehavior: 'WHEN_NO_MATCH' }),
  )
  return [...calls, ...passing]
}

/** Older clients fix the version themselves: without that they take the newest both know. */
export const tlsVersion: Propose = (stopped) => {
  const { tlsMin: _min, tlsMax: _max, ...options } = stopped.trace.invocation.options
  return isFirst(stopped)
    ? [{ label: 'Leave the TLS version to curl', call: { ...stopped.trace.invocation, options } }]
    : []
}
