import { nameOf } from '@/lib/naming/host'
import { holes } from '@/lib/network/holes'
import { type Api, resourceOf, type Stage } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { defaultEndpointCheck } from '../api-selection/defaultEndpoint'
import { asTurning } from '../check'
import type { ServedApi } from '../method/gatewayResponse'
import { forbidden, networkError } from '../outcome'
import { deployedCheck } from '../stage/deployed'
import { existsCheck } from '../stage/exists'
import { webAclCheck, webAclHidden } from '../stage/webAcl'
import type { Outcome } from '../trace'
import { add, type Walk } from '../walk'
import type { Connection, Next } from './next'

/** The first segment of the path is the stage, unless a custom domain has fixed it. */
export function stageStep(walk: Walk, { conn, entrance, id, mapped }: Next & { step: 'stage' }): Next | undefined {
  const { doc } = walk
  const api = resourceOf(doc, id, 'restApi')
  if (!api) return undefined
  const plain = conn.path.replace(/^\/+/, '/')
  const { stage: first, below } = belowStage(plain)
  const name = mapped?.stage ?? decoded(first)
  const path = mapped?.path ?? below
  const odd = !mapped && (plain !== conn.path || name !== first)
  const { finding, stage } = existsCheck(doc, id, name, refusalOf(conn), odd)
  add(walk, finding)
  if (!stage) {
    // A stage that is certainly none, and not itself a guess: what was meant tells what would come next.
    if (finding.verdict === 'fail' && !mapped)
      return meantStage(walk, { step: 'stage', conn, entrance, id }, Object.keys(api.stages), name)
    walk.lost = true
    return undefined
  }
  const served = deployedCheck(doc, id, api, name, stage.deploymentId)
  add(walk, served.finding)
  if (!served.api) {
    walk.lost = true
    return undefined
  }
  const form = mapped ? 'domain' : formOf(conn)
  add(
    walk,
    defaultEndpointCheck(
      doc,
      id,
      served.api,
      stage,
      form,
      `${snapshotAt(stage.deploymentId)}/disableExecuteApiEndpoint`,
      pointer(['stages', name, 'disableExecuteApiEndpoint']),
    ),
  )
  const unread = holes(doc, id, pointer(['stages', name, 'webAcl']))
  if (unread.length > 0) add(walk, webAclHidden(doc, id, served.api, unread))
  else if (stage.webAcl !== undefined)
    add(walk, webAclCheck(doc, stage.webAcl, served.api, entrance.sources, entrance.endpoint !== undefined))
  const call = (snapshot: Api, deployment: string, variables: Record<string, string>): Next => ({
    step: 'api',
    call: {
      id,
      api: asServed(walk, id, deployment, snapshot),
      stage: name,
      path,
      entrance,
      conn,
      variables,
      snapshot: snapshotAt(deployment),
      ...(mapped ? { domain: mapped.domain } : {}),
    },
  })
  return canary(walk, id, name, stage, call, served.api) ?? call(served.api, stage.deploymentId, stage.variables ?? {})
}

/** A path as a stage and what is left for its API, with a leading slash. */
export function belowStage(path: string): { stage: string; below: string } {
  const [, stage = '', ...rest] = path.split('/')
  return { stage, below: `/${rest.join('/')}` }
}

/**
 * The guide's record shows an unexplained 504 where a proxy integration calls an inner API without stage and path
 * (https://github.com/liangruibupt/aws-is-how/blob/master/devops/apigw/2PrivateAPI-Testing.md): either may come.
 */
const refusalOf = ({ integration }: Connection): Outcome[] =>
  integration?.proxy && integration.pathless ? [forbidden, networkError] : [forbidden]

const snapshotAt = (deployment: string) => pointer(['deployments', deployment, 'api'])

/** What the API makes of its own answers may be unread alone; then either the plain answer or the saved shape comes. */
function asServed(walk: Walk, id: string, deployment: string, snapshot: Api): ServedApi {
  const unread = holes(walk.doc, id, `${snapshotAt(deployment)}/gatewayResponses`)
  const saved = resourceOf(walk.doc, id, 'restApi')
  const shaped =
    unread.length > 0 && saved?.gatewayResponses ? { ...snapshot, mayShape: saved.gatewayResponses } : snapshot
  // The type is the API's present one: one turned private answers nobody until a policy is deployed
  // (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html).
  return saved && saved.endpointConfiguration.type !== shaped.endpointConfiguration.type
    ? { ...shaped, endpointConfiguration: saved.endpointConfiguration }
    : shaped
}

/** A canary takes a random share of the calls: https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html */
function canary(
  walk: Walk,
  id: string,
  name: string,
  stage: Stage,
  call: (api: Api, deployment: string, variables: Record<string, string>) => Next,
  base: Api,
): Next | undefined {
  const settings = stage.canarySettings
  if (!settings || settings.percentTraffic <= 0) return undefined
  const api = resourceOf(walk.doc, id, 'restApi')
  if (!api) return undefined
  const served = deployedCheck(walk.doc, id, api, name, settings.deploymentId)
  const snapshot = served.api
  if (!snapshot) {
    add(walk, asTurning(served.finding))
    return undefined
  }
  const share = settings.percentTraffic / 100
  const variables = { ...stage.variables, ...settings.stageVariableOverrides }
  return {
    step: 'fork',
    ways: [
      ...(share < 1
        ? [{ to: stage.deploymentId, share: 1 - share, next: call(base, stage.deploymentId, stage.variables ?? {}) }]
        : []),
      { to: `canary ${settings.deploymentId}`, share, next: call(snapshot, settings.deploymentId, variables) },
    ],
  }
}

function formOf(conn: Connection): 'own-name' | 'host' | 'header' | 'alias' {
  if (conn.headers.some((h) => h.name.toLowerCase() === 'x-apigw-api-id')) return 'header'
  const named = nameOf(conn.host ?? '')
  if (named.of === 'execute-api' && named.form === 'alias') return 'alias'
  return conn.sni !== undefined && conn.sni === conn.host ? 'own-name' : 'host'
}

/** A path without its stage: the only stage is what was meant, so that later blockers are found. */
function meantStage(walk: Walk, next: Next & { step: 'stage' }, stages: string[], named: string): Next | undefined {
  walk.lost = true
  const [only, ...more] = stages
  const api = resourceOf(walk.doc, next.id, 'restApi')
  if (only === undefined || more.length > 0 || !api) return undefined
  const snapshot = api.deployments[api.stages[only]?.deploymentId ?? '']?.api
  const written = next.conn.path
  const asked = Object.values(snapshot?.resources ?? {}).some(
    (r) => r.path === written || r.path === written.replace(`/${named}`, ''),
  )
  if (!snapshot || named === '' || !asked) return undefined
  walk.lost = false
  const path = Object.values(snapshot.resources).some((r) => r.path === written)
    ? written
    : written.replace(`/${named}`, '')
  return { ...next, mapped: { stage: only, path, domain: '' } }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
