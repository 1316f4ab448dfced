import { guideStage } from '@/lib/templates/deploy'
import { deploy, snapshotOf } from '@/lib/topology/deployment'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { equal } from '@/lib/topology/patch'
import { pointer } from '@/lib/topology/pointer'
import type { Change } from './change'
import { freshId } from './freshId'
import { titleOf } from './titleOf'

/** What is saved becomes what a stage serves; undefined where the stage serves it already. */
export function deployment(document: TopologyDocument, id: string, stage?: string): Change | undefined {
  const api = resourceOf(document, id, 'restApi')
  if (!api) return undefined
  const name = stage ?? Object.keys(api.stages)[0] ?? guideStage
  const serves = api.deployments[api.stages[name]?.deploymentId ?? '']?.api
  if (serves && equal(serves, snapshotOf(api))) return undefined
  const deploymentId = freshId(new Set(Object.keys(api.deployments)), `${id}-deployment`)
  const next = deploy(api, deploymentId, name)
  const at = (...keys: string[]) => pointer(['resources', id, ...keys])
  const value = next.stages[name]
  return {
    label: `Deploy ${titleOf(document, id)} to ${name}`,
    patch: [
      { op: 'add', path: at('deployments', deploymentId), value: next.deployments[deploymentId] },
      { op: api.stages[name] === undefined ? 'add' : 'replace', path: at('stages', name), value },
    ],
  }
}
