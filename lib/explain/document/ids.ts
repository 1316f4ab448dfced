import type { TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import type { Ids } from '../seen/seen'
import type { Placed } from './answers'

/** What the topology knows of the ids that a command asks for: those on the way of the traced call. */
export function idsOn(doc: TopologyDocument, all: readonly Placed[], asked: Placed | undefined): Ids {
  const first = (kind: Kind) => all.find((at) => at.hop.kind === kind)?.hop.resource
  const physical = (id: string | undefined) => (id === undefined ? undefined : doc.resources[id]?.physicalId)
  const arn = (id: string | undefined) => (id === undefined ? undefined : doc.resources[id]?.arn)
  const balancer = first('loadBalancer')
  const group = asked?.check.id.startsWith('security-group.') ? physical(asked.check.resource) : undefined
  const found = {
    api: physical(first('restApi')),
    resource: resourceIn(all),
    endpoint: physical(first('vpcEndpoint')),
    group: group?.startsWith('sg-') ? group : undefined,
    balancer: balancer === undefined ? undefined : doc.resources[balancer]?.name,
    balancerArn: arn(balancer),
    targetGroupArn: arn(all.find((at) => at.check.id === 'target.usable')?.check.resource),
    vpcLink: physical(first('vpcLink')),
  }
  return defined(found)
}

/** The id that API Gateway gives to a path: the evidence of the method holds it. */
function resourceIn(all: readonly Placed[]): string | undefined {
  const method = all.find((at) => at.check.id === 'method.exists' && at.side === 'front')
  for (const { path } of method?.check.evidence ?? []) {
    const id = /\/resources\/([^/]+)/.exec(path)?.[1]
    if (id !== undefined) return id
  }
  return undefined
}

function defined(found: { [K in keyof Ids]: Ids[K] | undefined }): Ids {
  const ids: Ids = {}
  for (const key of [
    'api',
    'resource',
    'endpoint',
    'group',
    'balancer',
    'balancerArn',
    'targetGroupArn',
    'vpcLink',
  ] as const) {
    const value = found[key]
    if (value !== undefined) ids[key] = value
  }
  return ids
}
