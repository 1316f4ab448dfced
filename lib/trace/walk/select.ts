import type { Header } from '@/lib/invocation/invocation'
import { holes } from '@/lib/network/holes'
import { domainNames, otherApis, restApis, vpcEndpoints } from '@/lib/network/perDocument'
import { executeApiCertificate, versionOf } from '@/lib/network/tls'
import { type Api, type ResourceOf, resourceOf } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { accessCheck } from '../api-selection/access'
import { apiCheck } from '../api-selection/api'
import { endpointTypeCheck } from '../api-selection/endpointType'
import { mappingCheck } from '../api-selection/mapping'
import { type Selected, selected } from '../api-selection/selected'
import { strictCheck } from '../api-selection/strict'
import { forbidden } from '../outcome'
import { speaksCheck } from '../tls/speaks'
import { versionCheck } from '../tls/version'
import { add, addHop, currentHop, type Walk } from '../walk'
import { checkName } from './handshake'
import type { Connection, Entrance, Next } from './next'
import { callAt } from './reach'

/** API Gateway finds the API that the request means. */
export function selectStep(walk: Walk, { conn, entrance }: Next & { step: 'select' }): Next | undefined {
  const { doc } = walk
  if (entrance.endpoint === undefined) publicHandshake(walk, conn, entrance)
  const choice = conn.taken === undefined ? selected(doc, conn, entrance) : takenOf(conn.taken)
  if (choice.reason === 'both') return bothWays(walk, conn, entrance, choice)
  const finding = apiCheck(doc, conn, entrance, choice)
  if ('domain' in choice && choice.domain !== undefined) {
    add(walk, finding)
    return byDomain(walk, conn, entrance, choice.domain)
  }
  const id = 'api' in choice && choice.api !== undefined ? choice.api : meantApi(walk, conn, entrance, choice)
  const other = otherApis(doc).find(([, o]) => 'apiId' in choice && o.physicalId === choice.apiId)?.[0]
  if (id === undefined && other !== undefined) return { step: 'otherApi', conn, id: other, entrance }
  if (id === undefined) {
    // A uri with a wrong name sends a wrong Host as well: one fault, said where it is.
    if (!conn.misnamed) add(walk, finding)
    walk.lost = true
    return undefined
  }
  // A request that was refused before is said to be refused there: it never saw the API.
  if (finding.verdict === 'fail' && !conn.misnamed) add(walk, finding)
  const hop = addHop(walk, id, 'restApi', callAt(conn, entrance.sources[0]))
  if (finding.verdict !== 'fail') add(walk, finding)
  add(walk, endpointTypeCheck(doc, id, entrance))
  const api = resourceOf(doc, id, 'restApi')
  const own = !('by' in choice) || choice.by === 'header' ? undefined : choice.by === 'alias' ? 'alias' : 'name'
  if (api && conn.scheme === 'https') protocolChecks(walk, conn, id, api, hop.call.path ?? '/', own)
  return { step: 'stage', conn, entrance, id }
}

const takenOf = (api: string): Selected => ({ by: 'header', reason: 'selected', api, apiId: '' })

const stageOf = (path: string) => path.split('/')[1] ?? ''

/** What served the path's stage would decide the handshake, else what is saved. */
function servedBy(api: ResourceOf<'restApi'>, path: string): { served: Api; at: string } {
  const stage = api.stages[stageOf(path)]
  const served = stage && api.deployments[stage.deploymentId]?.api
  return served ? { served, at: pointer(['deployments', stage.deploymentId, 'api']) } : { served: api, at: '' }
}

function protocolChecks(
  walk: Walk,
  conn: Connection,
  id: string,
  api: ResourceOf<'restApi'>,
  path: string,
  own: 'alias' | 'name' | undefined,
): void {
  const { served, at } = servedBy(api, path)
  const gateway = conn.by === 'gateway'
  // A load balancer that ended TLS opens a session of its own.
  const byCaller = conn.by === 'client'
  const offer = {
    min: gateway ? (1.2 as const) : versionOf(byCaller ? conn.tlsMin : undefined, 1.0),
    max: gateway ? (1.2 as const) : versionOf(byCaller ? conn.tlsMax : undefined, 1.3),
    gateway,
    named: own !== undefined && conn.sni === conn.host,
    forced: byCaller && conn.tlsMin === '1.3',
  }
  add(
    walk,
    versionCheck(walk.doc, id, served, offer, api.apiStatus, [
      ...holes(walk.doc, id, `${at}/securityPolicy`, '/apiStatus'),
      // Every policy accepts the newest version, so an unread stage leaves only narrower offers open.
      ...(offer.max < 1.3 && at !== '' ? holes(walk.doc, id, pointer(['stages', stageOf(path), 'deploymentId'])) : []),
    ]),
  )
  add(walk, strictCheck(walk.doc, id, served, conn, own, holes(walk.doc, id, `${at}/endpointAccessMode`)))
}

/** Outside the endpoints API Gateway ends TLS itself, for its own names and for custom domains. */
function publicHandshake(walk: Walk, conn: Connection, entrance: Entrance): void {
  const server = conn.sni ?? 'API Gateway'
  add(walk, speaksCheck(server, conn.port, conn.scheme === 'https' ? 'tls' : 'plain', 'tls'))
  if (conn.scheme !== 'https') return
  const domain = domainNames(walk.doc).find(([, d]) => d.domainName === conn.sni && d.type !== 'PRIVATE')?.[1]
  const presented = domain
    ? (domain.certificate ?? { names: [domain.domainName] })
    : { names: executeApiCertificate(entrance.region) }
  checkName(walk, conn, currentHop(walk).resource, presented)
}

/** Host and header name two APIs: the call may go either way. */
function bothWays(walk: Walk, conn: Connection, entrance: Entrance, choice: Selected & { reason: 'both' }): Next {
  add(walk, apiCheck(walk.doc, conn, entrance, choice))
  const way = (id: string, headers: Header[]) => ({
    to: id,
    next: { step: 'select', conn: { ...conn, taken: id, headers, mayCarryApiId: undefined }, entrance } as const,
  })
  const carried = conn.mayCarryApiId === undefined ? [] : [{ name: 'x-apigw-api-id', value: conn.mayCarryApiId }]
  const ways = [way(choice.host, conn.headers), way(choice.header, [...conn.headers, ...carried])]
  return { step: 'fork', ways, ...(conn.by === 'client' ? { undocumented: forbidden } : {}) }
}

function byDomain(walk: Walk, conn: Connection, entrance: Entrance, id: string): Next | undefined {
  const { doc } = walk
  const domain = resourceOf(doc, id, 'domainName')
  if (!domain) return undefined
  if (entrance.endpoint !== undefined) add(walk, accessCheck(doc, id, entrance.endpoint))
  const { finding, mapping } = mappingCheck(doc, id, conn.path, conn.headers)
  add(walk, finding)
  if (!mapping) {
    walk.lost = true
    return undefined
  }
  addHop(walk, mapping.restApi, 'restApi', callAt(conn, entrance.sources[0]))
  add(walk, endpointTypeCheck(doc, mapping.restApi, entrance))
  return {
    step: 'stage',
    conn,
    entrance,
    id: mapping.restApi,
    mapped: { stage: mapping.stage, path: mapping.path, domain: id },
  }
}

/**
 * The API that a refused request was meant for, so that what would stop it next is found too: the one its Host misspells,
 * else the only one that the endpoint is associated with and that has the path.
 */
function meantApi(walk: Walk, conn: Connection, entrance: Entrance, choice: Selected): string | undefined {
  if ('meant' in choice && choice.meant !== undefined) return choice.meant
  if (choice.reason !== 'names-none' || entrance.endpoint === undefined) return undefined
  const stage = stageOf(conn.path)
  const { endpoint } = entrance
  if (!vpcEndpoints(walk.doc).some(([id]) => id === endpoint)) return undefined
  const fitting = restApis(walk.doc).filter(
    ([, api]) => api.endpointConfiguration.vpcEndpointIds?.includes(endpoint) && api.stages[stage] !== undefined,
  )
  return fitting.length === 1 ? fitting[0]?.[0] : undefined
}
