import { type Api, type ResourceOf, resourceOf, resourcesOf, type TopologyDocument } from './document'
import { apiShape } from './kinds/api'
import { applyPatch, equal, type Patch } from './patch'
import { keysOf, pointer } from './pointer'

type RestApi = ResourceOf<'restApi'>

/** What a deployment freezes of a REST API as it is saved now. It shares nothing with what is saved. */
export function snapshotOf(saved: RestApi): Api {
  const frozen: Api = { endpointConfiguration: saved.endpointConfiguration, resources: saved.resources }
  for (const key of Object.keys(apiShape)) if (saved[key] !== undefined) frozen[key] = saved[key]
  return JSON.parse(JSON.stringify(frozen))
}

/** The REST API after `create-deployment`: what is saved becomes what the stage serves. */
export const deploy = (saved: RestApi, deploymentId: string, stage: string): RestApi => ({
  ...saved,
  deployments: { ...saved.deployments, [deploymentId]: { api: snapshotOf(saved) } },
  stages: {
    ...saved.stages,
    [stage]: {
      ...saved.stages[stage],
      deploymentId,
      // A stage takes this over at a deployment (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html).
      ...(saved.disableExecuteApiEndpoint === undefined
        ? {}
        : { disableExecuteApiEndpoint: saved.disableExecuteApiEndpoint }),
    },
  },
})

/** AWS gives the id when it is deployed; until then a name of our own stands for it. */
export function nextDeployment({ deployments }: RestApi): string {
  for (let n = 1; ; n++) if (deployments[`next-${n}`] === undefined) return `next-${n}`
}

/** A change of an API's saved state that takes effect: saved, deployed anew, and served by the stage. */
export function deploying(doc: TopologyDocument, id: string, stage: string, change: Partial<Api>): Patch {
  const api = resourceOf(doc, id, 'restApi')
  if (!api?.stages[stage]) return []
  const changes = Object.entries(change).map(([field, value]) => ({
    op: 'add' as const,
    path: pointer(['resources', id, field]),
    value,
  }))
  return [...changes, ...deployments(id, { ...api, ...change }, [stage])]
}

/**
 * A patch that changes what is saved of an API, with the deployment that lets it act: for the stages that served what was
 * saved before. A stage that serves something older is left as it is: deploying there makes other changes live.
 */
export function takingEffect(doc: TopologyDocument, patch: Patch): Patch {
  const after = applyPatch(doc, patch)
  const touched = new Set(patch.map(({ path }) => keysOf(path)[1]))
  return [
    ...patch,
    ...resourcesOf(doc, 'restApi').flatMap(([id, before]) => {
      const saved = touched.has(id) ? resourceOf(after, id, 'restApi') : undefined
      const was = saved && snapshotOf(before)
      if (!saved || equal(was, snapshotOf(saved))) return []
      const current = Object.entries(before.stages).filter(([name, { deploymentId }]) => {
        const still = saved.stages[name]?.deploymentId === deploymentId
        return still && equal(before.deployments[deploymentId]?.api, was)
      })
      return deployments(
        id,
        saved,
        current.map(([name]) => name),
      )
    }),
  ]
}

function deployments(id: string, saved: RestApi, stages: string[]): Patch {
  if (stages.length === 0) return []
  const name = nextDeployment(saved)
  const next = stages.reduce((api, stage) => deploy(api, name, stage), saved)
  const at = (...keys: string[]) => pointer(['resources', id, ...keys])
  return [
    { op: 'add', path: at('deployments', name), value: next.deployments[name] },
    ...stages.flatMap((stage): Patch => {
      const [was, is] = [saved.stages[stage], next.stages[stage]]
      const flag = 'disableExecuteApiEndpoint'
      return [
        { op: 'replace', path: at('stages', stage, 'deploymentId'), value: name },
        ...(is && was?.[flag] !== is[flag]
          ? [{ op: 'add' as const, path: at('stages', stage, flag), value: is[flag] }]
          : []),
      ]
    }),
  ]
}
