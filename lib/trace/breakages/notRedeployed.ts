import { pointer } from '@/lib/topology/pointer'
import type { Breakage } from './breakage'
import { apisOf } from './path'

/** What the call asks for is saved, but the stage serves a deployment from before it was made. */
export const notRedeployed: Breakage = {
  name: 'not-redeployed',
  label: 'Not redeployed',
  says: 'The method is saved, and the stage still serves a deployment from before.',
  apply(doc, _invocation, trace) {
    const [first] = apisOf(doc, trace)
    if (first?.resource === undefined) return undefined
    const { id, deployment, resource } = first
    const path = pointer(['resources', id, 'deployments', deployment, 'api', 'resources', resource])
    return {
      edit: { label: `Break: ${doc.resources[id]?.physicalId ?? id} not redeployed`, patch: [{ op: 'remove', path }] },
    }
  },
}
