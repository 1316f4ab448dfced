import { holes } from '@/lib/network/holes'
import { perDocument, restApis } from '@/lib/network/perDocument'
import type { Api, Method, ResourceOf, TopologyDocument } from '@/lib/topology/document'
import { equal } from '@/lib/topology/patch'
import { covers, pointer, valueAt } from '@/lib/topology/pointer'

/** An API as somebody meets it: what one of its stages serves, or what is saved. */
export interface Snapshot {
  id: string
  restApi: ResourceOf<'restApi'>
  api: Api
  /** JSON Pointer of the snapshot inside the API; empty for what is saved. */
  at: string
  /** The stage that serves it; absent for what is only saved. */
  stage?: string
  variables: Record<string, string>
}

/** What every stage serves, a canary's part included. A stage that nobody could see into is left out. */
export const servedApis = perDocument((doc): Snapshot[] =>
  restApis(doc).flatMap(([id, restApi]) =>
    Object.entries(restApi.stages).flatMap(([stage, { deploymentId, variables = {}, canarySettings }]) => {
      const canary =
        canarySettings && canarySettings.percentTraffic > 0
          ? [
              served(doc, id, restApi, stage, canarySettings.deploymentId, {
                ...variables,
                ...canarySettings.stageVariableOverrides,
              }),
            ]
          : []
      return [served(doc, id, restApi, stage, deploymentId, variables), ...canary].flatMap((s) => (s ? [s] : []))
    }),
  ),
)

function served(
  doc: TopologyDocument,
  id: string,
  restApi: ResourceOf<'restApi'>,
  stage: string,
  deployment: string,
  variables: Record<string, string>,
): Snapshot | undefined {
  const at = pointer(['deployments', deployment, 'api'])
  const api = restApi.deployments[deployment]?.api
  return api && isTypeRead(doc, id, at) ? { id, restApi, api, at, stage, variables } : undefined
}

/** Without the type of an API no rule can say who reaches it: such a snapshot is none. */
const isTypeRead = (doc: TopologyDocument, id: string, at: string): boolean =>
  holes(doc, id, '/endpointConfiguration', `${at}/endpointConfiguration`).length === 0

export const savedApis = perDocument((doc): Snapshot[] =>
  restApis(doc)
    .filter(([id]) => isTypeRead(doc, id, ''))
    .map(([id, restApi]) => ({ id, restApi, api: restApi, at: '', variables: {} })),
)

/** What the stages serve; of an API without a stage what is saved, since that is what a stage will serve. */
export const meantApis = perDocument((doc): Snapshot[] => [
  ...servedApis(doc),
  ...savedApis(doc).filter(({ restApi }) => Object.keys(restApi.stages).length === 0),
])

export interface MethodOf extends Snapshot {
  /** `GET /webpage`. */
  route: string
  verb: string
  resourcePath: string
  method: Method
  /** JSON Pointer of the method in the snapshot. */
  readAt: string
  /** The same where a person changes it: in what is saved, while the two agree. */
  methodAt: string
}

/** The methods of a snapshot whose authorization could be read. */
export const methodsOf = (snapshot: Snapshot): MethodOf[] =>
  Object.entries(snapshot.api.resources).flatMap(([resource, { path, methods }]) =>
    Object.entries(methods).flatMap(([verb, method]): MethodOf[] => {
      const inside = pointer(['resources', resource, 'methods', verb])
      const readAt = `${snapshot.at}${inside}`
      const hidden = snapshot.restApi.notVisible?.some((hole) => covers(hole.path, `${readAt}/authorizationType`))
      const methodAt = editable(snapshot, method, inside)
      return hidden
        ? []
        : [{ ...snapshot, route: `${verb} ${path}`, verb, resourcePath: path, method, readAt, methodAt }]
    }),
  )

const editable = ({ restApi, at }: Snapshot, method: Method, path: string): string =>
  at !== '' && equal(valueAt(restApi, path), method) ? path : `${at}${path}`

/** Of a snapshot's field: where a person changes it, which is what is saved while the two agree. */
export function editedAt({ restApi, api, at }: Snapshot, field: string, rest = ''): string {
  const same = at !== '' && equal(restApi[field], api[field])
  return `${same ? '' : at}${pointer([field])}${rest}`
}
