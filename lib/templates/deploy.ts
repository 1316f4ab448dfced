import type { Api, ResourceOf } from '@/lib/topology/document'
import { apiShape } from '@/lib/topology/kinds/api'

type RestApi = ResourceOf<'restApi'>

export const guideStage = 'dev'

/** What a deployment freezes of a REST API as it is saved now. */
export function snapshotOf(restApi: RestApi): Api {
  const frozen: Api = { endpointConfiguration: restApi.endpointConfiguration, resources: restApi.resources }
  for (const key of Object.keys(apiShape)) if (restApi[key] !== undefined) frozen[key] = restApi[key]
  return structuredCopy(frozen)
}

/** The REST API after `create-deployment`: what is saved becomes what the stage serves. */
export const deploy = (restApi: RestApi, deploymentId: string, stage = guideStage): RestApi => ({
  ...restApi,
  deployments: { ...restApi.deployments, [deploymentId]: { api: snapshotOf(restApi) } },
  stages: {
    ...restApi.stages,
    [stage]: {
      ...restApi.stages[stage],
      deploymentId,
      // A stage takes this over at a deployment (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html).
      ...(restApi.disableExecuteApiEndpoint === undefined
        ? {}
        : { disableExecuteApiEndpoint: restApi.disableExecuteApiEndpoint }),
    },
  },
})

// A snapshot shares nothing with what is saved, so that an edit of the one never shows in the other.
const structuredCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value))
