import { restApis } from '@/lib/network/perDocument'
import type { Api } from '@/lib/topology/document'
import { apiShape } from '@/lib/topology/kinds/api'
import { equal } from '@/lib/topology/patch'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { deployedCheck } from '@/lib/trace/stage/deployed'
import { innerApi, put } from './example'
import { defineRule } from './rule'

export const savedNotDeployed = defineRule(
  {
    id: 'saved-not-deployed',
    title: 'Saved and not deployed',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/updating-api.html',
    says: {
      differs:
        'Stage {stage} of {api} serves deployment {deployment}, and what is saved since differs in {changes}. Callers meet the old one until the next deployment.',
    },
    bad: {
      differs: {
        template: 'private-api',
        patch: [put([innerApi, 'resources', 'p1page', 'methods', 'GET', 'apiKeyRequired'], true)],
      },
    },
    good: { template: 'private-api', patch: [] },
  },
  function* (doc, found) {
    for (const [id, api] of restApis(doc))
      for (const [stage, { deploymentId: deployment }] of Object.entries(api.stages)) {
        const { finding, api: served } = deployedCheck(doc, id, api, stage, deployment)
        if (finding.reason !== 'differs' || !served) continue
        const path = pointer(['stages', stage, 'deploymentId'])
        const changes = changesOf(served, api).join(', ')
        if (changes === '') continue
        yield found('differs', { resource: id, path, fill: { api: link(doc, id, path), stage, deployment, changes } })
      }
  },
)

/** Routes by their name, everything else by AWS's field name. */
function changesOf(served: Api, saved: Api): string[] {
  const fields = Object.keys(apiShape).filter(
    (key) => key !== 'resources' && !equal(acting(served, key), acting(saved, key)),
  )
  const [before, after] = [routesOf(served), routesOf(saved)]
  const routes = [...new Set([...before.keys(), ...after.keys()])]
  const changed = routes.filter((route) => !equal(before.get(route), after.get(route)))
  return [...fields, ...changed]
}

/**
 * A field as far as a deployment changes it: names of associated endpoints are made at once
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html).
 */
function acting(api: Api, key: string): unknown {
  if (key !== 'endpointConfiguration') return api[key]
  const { vpcEndpointIds: _names, ...rest } = api.endpointConfiguration
  return rest
}

const routesOf = (api: Api) =>
  new Map(
    Object.values(api.resources).flatMap(({ path, methods }) =>
      Object.entries(methods).map(([verb, method]) => [`${verb} ${path}`, method] as const),
    ),
  )
