import type { Header } from '@/lib/invocation/invocation'
import { holes } from '@/lib/network/holes'
import { awsId } from '@/lib/network/perDocument'
import { internetPoint } from '@/lib/network/point'
import { type Integration, resourceOf } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { completeFor } from '@/lib/topology/read'
import { maskedValue } from '../api-key/valid'
import { contentTypeCheck } from '../integration/contentType'
import { invokableCheck } from '../integration/function'
import { mappedHeadersCheck } from '../integration/mappedHeaders'
import { mockAnswer } from '../integration/mock'
import { behind, responseCheck } from '../integration/response'
import { noLink, targetCheck, targetUnknown } from '../integration/target'
import { timeoutCheck } from '../integration/timeout'
import { filledUri, linkOf, mappedValue, type Uri, uriOf } from '../integration/uri'
import { variablesCheck } from '../integration/variables'
import { endlessCheck } from '../loop/endless'
import { shaped } from '../method/gatewayResponse'
import type { Hop } from '../trace'
import { add, addHop, addWait, currentHop, through, type Walk } from '../walk'
import type { ApiCall, Connection, Next } from './next'
import { callAt } from './reach'

type Step = Next & { step: 'integration' }

/** The API calls its backend: one call ends here and another begins, with host, path and headers of its own. */
export function integrationStep(walk: Walk, step: Step): Next | undefined {
  const { call, integration, method } = step
  const { doc } = walk
  const hop = currentHop(walk)
  const key = `${call.id} ${step.route}`
  if (walk.passed.includes(key)) {
    add(walk, endlessCheck(doc, call.id, step.route))
    walk.lost = true
    return undefined
  }
  walk.passed.push(key)
  add(walk, mappedHeadersCheck(doc, call, integration, step.at))
  add(walk, contentTypeCheck(doc, call, integration, step.at))
  walk.arrivesAs = {
    ...walk.arrivesAs,
    api: call.id,
    path: call.path || '/',
    ...(call.conn.host === undefined ? {} : { host: call.conn.host }),
  }
  if (integration.type === 'MOCK') {
    const { finding, answer } = mockAnswer(doc, call, method, integration)
    add(walk, finding)
    walk.answer = [answer ?? { kind: 'response' }]
    return undefined
  }
  if (integration.function !== undefined) return toFunction(walk, step, integration.function)
  if (!integration.type.startsWith('HTTP')) return unknownTarget(walk, step)
  return overHttp(walk, step, hop)
}

function unknownTarget(walk: Walk, { call, integration }: Step): undefined {
  add(walk, targetUnknown(walk.doc, call, integration))
  walk.lost = true
}

/** A variable that the call needs and nobody could read: masked, or hidden with all others. */
function unreadVariables({ doc }: Walk, { call, integration }: Step): boolean {
  const used = `${integration.uri} ${integration.connection}`.matchAll(/\$\{stageVariables\.([^}]+)\}/g)
  return [...used].some(
    ([, name = '']) => holes(doc, call.id, pointer(['stages', call.stage, 'variables', name])).length > 0,
  )
}

/** In a closed document the link does not exist; in another only when the links of the account were listed. */
function missingLink(walk: Walk, step: Step, named: string): undefined {
  const { doc } = walk
  const { connection: known, connectionId } = step.integration
  const { account, region } = doc.resources[step.call.id] ?? {}
  if (doc.seen && known === undefined && typeof connectionId === 'string') {
    if (!completeFor(doc, 'vpcLink', { account, region }).known) return unknownTarget(walk, step)
    add(walk, noLink(doc, step.call, connectionId))
    walk.lost = true
    return undefined
  }
  if (doc.seen || named === '' || named === step.integration.connection) return unknownTarget(walk, step)
  add(walk, noLink(doc, step.call, named))
  walk.lost = true
}

function toFunction(walk: Walk, step: Step, id: string): Next {
  const { call } = step
  add(walk, invokableCheck(walk.doc, call, id))
  through(
    walk,
    (o) => [o],
    (w) => after(w, step, currentHop(walk)),
  )
  addHop(walk, id, 'lambdaFunction', callAt(call.conn))
  return { step: 'software', conn: call.conn, id }
}

function after(walk: Walk, { call, integration, at }: Step, hop: Hop): void {
  const slow = timeoutCheck(walk.doc, call, integration, walk.takesMs, at)
  if (slow) addWait(walk, slow.finding, slow.waits, hop)
}

function overHttp(walk: Walk, step: Step, hop: Hop): Next | undefined {
  const { call, integration, method, pathParameters } = step
  const { doc } = walk
  if (unreadVariables(walk, step)) return unknownTarget(walk, step)
  const { text, undefinedVariables } = filledUri(doc, call, integration, pathParameters)
  const uri = uriOf(text)
  add(walk, variablesCheck(doc, call, text, undefinedVariables, uri !== undefined, step.at))
  if (!uri) {
    walk.lost = true
    return undefined
  }
  const privately = integration.connectionType === 'VPC_LINK'
  const over = privately ? linkOf(doc, call, integration) : undefined
  const link = resourceOf(doc, over?.id, 'vpcLink')
  if (over && !link) return missingLink(walk, step, over.named)
  add(walk, targetCheck(doc, call, integration, over?.id, uri.host, uri.path))
  const see = behind(call.api, method, integration, link?.version)
  const enter = (w: Walk) =>
    through(w, see, (done, answered) => {
      const finding = responseCheck(doc, call, method, integration, answered, step.at)
      if (finding) add(done, finding, hop)
      after(done, step, hop)
    })
  const conn = connection(
    call,
    step,
    uri,
    { hop, enter, apiId: awsId(doc, call.id), masked: maskedHeaders(walk, step) },
    link?.version,
  )
  if (over?.id !== undefined) {
    const balancer = link?.version === 'V2' ? integration.integrationTarget : link?.target
    return { step: 'link', conn, id: over.id, ...(balancer === undefined ? {} : { balancer }) }
  }
  enter(walk)
  return { step: 'resolve', conn, from: [internetPoint(call.id)], asker: { in: 'internet' }, name: uri.host }
}

/**
 * The uri gives Host, server name and the name checked on the certificate. Over a VPC link V2 the stage stands before
 * the path (https://docs.aws.amazon.com/apigateway/latest/developerguide/private-integration.html).
 */
function connection(
  call: ApiCall,
  step: Step,
  uri: Uri,
  by: { hop: Hop; enter: (walk: Walk) => void; apiId: string; masked: Header[] },
  version: 'V1' | 'V2' | undefined,
): Connection {
  const { integration, pathParameters } = step
  const { apiId, masked: _masked, ...rest } = by
  const proxy = integration.type === 'HTTP_PROXY'
  const own = uri.path === '' ? '/' : uri.path
  const mapped = [...mappedHeaders(call, integration, pathParameters), ...by.masked]
  const host = mapped.find((h) => h.name.toLowerCase() === 'host')?.value ?? hostOf(uri)
  const sent = proxy ? [...passedOn(call, mapped), ...mapped] : mapped
  const carried = proxy && !mapped.some(isApiId) ? call.conn.headers.find(isApiId)?.value : undefined
  return {
    by: 'gateway',
    via: version === undefined ? 'internet' : version === 'V1' ? 'privatelink' : 'network',
    scheme: uri.scheme,
    port: uri.port,
    host,
    sni: uri.host,
    verify: uri.host,
    ...(integration.tlsConfig?.insecureSkipVerification ? { anyAuthority: true } : {}),
    method: verbOf(integration, call),
    path: version === 'V2' ? `/${call.stage}${own}` : own,
    query: proxy ? joined(uri.query, call.conn.query) : uri.query,
    headers: [
      ...sent.filter((h) => h.name.toLowerCase() !== 'host'),
      { name: 'x-amzn-apigateway-api-id', value: apiId },
    ],
    integration: {
      ...rest,
      api: call.id,
      at: step.at,
      proxy,
      pathless: uri.path === '' || uri.path === '/',
      own: (outcome) => shaped(call.api, 'API_CONFIGURATION_ERROR', outcome),
    },
    ...(call.conn.bodyMapped || mapsBody(integration) ? { bodyMapped: true as const } : {}),
    ...(carried === undefined ? {} : { mayCarryApiId: carried }),
  }
}

/** A non-proxy integration sends what its template for the content type makes of the body, else the body as it came. */
const mapsBody = ({ type, requestTemplates }: Integration) =>
  type === 'HTTP' && Object.keys(requestTemplates ?? {}).length > 0

/** ANY hands the caller's own method on. */
function verbOf(integration: Integration, call: ApiCall): string {
  const { integrationHttpMethod: verb } = integration
  return verb === undefined || verb === 'ANY' ? call.conn.method : verb
}

const hostOf = (uri: Uri) => ((uri.scheme === 'https' ? 443 : 80) === uri.port ? uri.host : `${uri.host}:${uri.port}`)

const joined = (a: string, b: string) => (a === '' ? b : b === '' ? a : `${a}&${b.slice(1)}`)

const isApiId = (h: Header) => h.name.toLowerCase() === 'x-apigw-api-id'

const dropped = ['host', 'x-apigw-api-id', 'expect', 'proxy-authenticate', 'te', 'via', 'content-encoding']

/** A proxy hands the caller's headers on, but for Host, hop-by-hop ones and a SigV4 signature. */
const passedOn = (call: ApiCall, mapped: Header[]): Header[] =>
  call.conn.headers.filter((h) => {
    const name = h.name.toLowerCase()
    if (dropped.includes(name) || mapped.some((m) => m.name.toLowerCase() === name)) return false
    return !(name === 'authorization' && h.value.startsWith('AWS4-'))
  })

/** A mapped header whose value was not kept, since it looks like a secret: it is sent all the same. */
function maskedHeaders({ doc }: Walk, { call, at }: Step): Header[] {
  const prefix = `${at}/integration/requestParameters/integration.request.header.`
  return holes(doc, call.id, `${at}/integration/requestParameters`).flatMap((gap) =>
    gap.path.startsWith(prefix) ? [{ name: gap.path.slice(prefix.length), value: maskedValue }] : [],
  )
}

function mappedHeaders(call: ApiCall, integration: Integration, pathParameters: Record<string, string>): Header[] {
  const prefix = 'integration.request.header.'
  return Object.entries(integration.requestParameters ?? {}).flatMap(([key, source]) => {
    if (!key.startsWith(prefix)) return []
    const value = mappedValue(call, pathParameters, source)
    return value === undefined ? [] : [{ name: key.slice(prefix.length), value }]
  })
}
