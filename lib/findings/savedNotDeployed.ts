import { holes } from '@/lib/network/holes'
import { restApis } from '@/lib/network/perDocument'
import { type Api, resourceOf, type TopologyDocument } from '@/lib/topology/document'
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
        if (deployedCheck(doc, id, api, stage, deployment).finding.reason !== 'differs') continue
        const path = pointer(['stages', stage, 'deploymentId'])
        const changes = changesOf(doc, id, deployment).join(', ')
        if (changes === '') continue
        yield found('differs', { resource: id, path, fill: { api: link(doc, id, path), stage, deployment, changes } })
      }
  },
)

/** Routes by their name, everything else by AWS's field name; what could not be read on either side is left out. */
function changesOf(doc: TopologyDocument, id: string, deployment: string): string[] {
  const saved = resourceOf(doc, id, 'restApi')
  const served = saved?.deployments[deployment]?.api
  if (!saved || !served) return []
  const at = pointer(['deployments', deployment, 'api'])
  const isRead = (path: string) => holes(doc, id, path, `${at}${path}`).length === 0
  // Of a snapshot that was read in part a field that is not there may be one that was not read.
  const inPart = holes(doc, id, at).length > 0
  const known = (key: string) => isRead(`/${key}`) && !(inPart && served[key] === undefined)
  const differs = (key: string) => known(key) && !equal(acting(served, key), acting(saved, key))
  const fields = Object.keys(apiShape).filter((key) => key !== 'resources' && differs(key))
  const [before, after] = [routesOf(served), routesOf(saved)]
  const routes = [...new Set([...before.keys(), ...after.keys()])].filter((route) => {
    const [was, is] = [before.get(route), after.get(route)]
    return [was, is].every((r) => isRead(r?.path ?? '/resources')) && !equal(was?.method, is?.method)
  })
  return [...fields, ...routes]
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
    Object.entries(api.resources).flatMap(([id, { path, methods }]) =>
      Object.entries(methods).map(
        ([verb, method]) => [`${verb} ${path}`, { method, path: pointer(['resources', id, 'methods', verb]) }] as const,
      ),
    ),
  )
