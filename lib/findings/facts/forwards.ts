import { loadBalancers, perDocument } from '@/lib/network/perDocument'
import { type TargetsFact, targetsOf, type UsedTarget } from '@/lib/network/targets'
import { type ResourceOf, resourceOf } from '@/lib/topology/document'

/** One way through a load balancer: a listener and a group that it forwards to. */
export interface Forward {
  balancer: string
  lb: ResourceOf<'loadBalancer'>
  listener: ResourceOf<'loadBalancer'>['listeners'][number]
  /** JSON Pointer of the listener. */
  listenerAt: string
  group: string
  tg: ResourceOf<'targetGroup'>
  fact: TargetsFact
  /** The endpoints among the holders of its targets. */
  endpoints: string[]
}

export const forwards = perDocument((doc): Forward[] =>
  loadBalancers(doc).flatMap(([balancer, lb]) =>
    lb.listeners.flatMap((listener, i) => {
      const actions = [listener.default, ...(listener.rules ?? []).map((rule) => rule.action)]
      const groups = actions.flatMap((action) => (action.type === 'forward' ? action.targetGroups : []))
      return [...new Set(groups.map((g) => g.targetGroup))].flatMap((group): Forward[] => {
        const tg = resourceOf(doc, group, 'targetGroup')
        if (!tg) return []
        const fact = targetsOf(doc, balancer, group)
        const endpoints = [...new Set(fact.used.flatMap((t) => endpointOf(doc.resources, t)))]
        return [{ balancer, lb, listener, listenerAt: `/listeners/${i}`, group, tg, fact, endpoints }]
      })
    }),
  ),
)

function endpointOf(resources: Readonly<Record<string, { kind: string }>>, { point }: UsedTarget): string[] {
  return point && resources[point.resource]?.kind === 'vpcEndpoint' ? [point.resource] : []
}
