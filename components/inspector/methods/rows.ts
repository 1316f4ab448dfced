import type { Integration, ResourceOf } from '@/lib/topology/document'
import { equal } from '@/lib/topology/patch'

export interface MethodRow {
  path: string
  method: string
  authorization: string
  apiKey: boolean
  integration: string
  link: string | undefined
  /** For each stage: what it serves, compared with what is saved. */
  stages: { stage: string; state: 'same' | 'other' | 'missing' | 'removed' }[]
}

/** Every method that is saved or served by a stage. */
export function methodRows(api: ResourceOf<'restApi'>): MethodRow[] {
  const rows = new Map<string, MethodRow>()
  const add = (resources: ResourceOf<'restApi'>['resources']) => {
    for (const { path, methods } of Object.values(resources))
      for (const [method, definition] of Object.entries(methods)) {
        const key = `${path} ${method}`
        if (rows.has(key)) continue
        rows.set(key, {
          path,
          method,
          authorization: definition.authorizationType,
          apiKey: definition.apiKeyRequired ?? false,
          integration: integrationWords(definition.integration),
          link: definition.integration?.connection,
          stages: Object.keys(api.stages).map((stage) => ({ stage, state: stateOf(api, stage, path, method) })),
        })
      }
  }
  add(api.resources)
  for (const { deploymentId } of Object.values(api.stages)) add(api.deployments[deploymentId]?.api.resources ?? {})
  return [...rows.values()].sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
}

function stateOf(api: ResourceOf<'restApi'>, stage: string, path: string, method: string) {
  const saved = methodAt(api.resources, path, method)
  const deployment = api.deployments[api.stages[stage]?.deploymentId ?? '']
  const served = methodAt(deployment?.api.resources ?? {}, path, method)
  if (served === undefined) return 'missing'
  if (saved === undefined) return 'removed'
  return equal(saved, served) ? 'same' : 'other'
}

const methodAt = (resources: ResourceOf<'restApi'>['resources'], path: string, method: string) =>
  Object.values(resources).find((resource) => resource.path === path)?.methods[method]

function integrationWords(integration: Integration | undefined): string {
  if (!integration) return 'none'
  return integration.connectionType === 'VPC_LINK' ? `${integration.type} · VPC link` : integration.type
}
