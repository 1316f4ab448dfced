import { type Api, type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { apiShape } from '@/lib/topology/kinds/api'
import type { Patch } from '@/lib/topology/patch'
import { pointer } from '@/lib/topology/pointer'

/** A change of an API's saved state that takes effect: saved, deployed anew, and served by the stage. */
export function deploying(doc: TopologyDocument, id: string, stage: string, change: Partial<Api>): Patch {
  const api = resourceOf(doc, id, 'restApi')
  if (!api?.stages[stage]) return []
  const saved: ResourceOf<'restApi'> = { ...api, ...change }
  const name = freeName(Object.keys(api.deployments))
  return [
    ...Object.entries(change).map(([field, value]) => ({
      op: 'add' as const,
      path: pointer(['resources', id, field]),
      value,
    })),
    { op: 'add', path: pointer(['resources', id, 'deployments', name]), value: { api: snapshotOf(saved) } },
    { op: 'replace', path: pointer(['resources', id, 'stages', stage, 'deploymentId']), value: name },
  ]
}

export function snapshotOf(saved: ResourceOf<'restApi'>): Api {
  const frozen: Api = { endpointConfiguration: saved.endpointConfiguration, resources: saved.resources }
  for (const key of Object.keys(apiShape)) if (saved[key] !== undefined) frozen[key] = saved[key]
  return frozen
}

/** AWS gives the id when it is deployed; until then a name of our own stands for it. */
function freeName(taken: string[]): string {
  for (let n = 1; ; n++) if (!taken.includes(`next-${n}`)) return `next-${n}`
}

/** The stage that a hop's checks found. */
export const stageOf = (checks: { id: string; verdict: string; fact: string }[]): string | undefined =>
  checks.find((c) => c.id === 'stage.exists' && c.verdict === 'pass')?.fact
