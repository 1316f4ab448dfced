import { apiHost } from '@/lib/naming/executeApi'
import { type Api, resourceOf } from '@/lib/topology/document'
import { applyPatch } from '@/lib/topology/patch'
import { valueAt } from '@/lib/topology/pointer'
import { deploying, stageOf } from '../deployment'
import { nextOf, type Propose } from '../proposal'
import { deploySaved } from './policies'

/** The route is saved, and not yet served. */
export const method: Propose = (stopped) => deploySaved(stopped)

/** The host of the uri must stand on the certificate: the inner API's own name does. */
export const certificate: Propose = (stopped) => {
  const { doc, hop, check } = stopped
  const api = resourceOf(doc, hop.resource, 'restApi')
  const stage = stageOf(hop.checks)
  const inner = doc.resources[nextOf({ ...stopped, hop: { ...hop, n: hop.n + 1 } }, 'restApi')?.resource ?? '']
  const uriAt = check.evidence[0]?.path
  if (!api || stage === undefined || inner?.physicalId === undefined || uriAt === undefined) return []
  const within = uriAt.replace(/^\/deployments\/[^/]+\/api\/resources/, '')
  const host = apiHost(inner.physicalId, inner.region ?? '')
  // What is deployed is what is saved, so that is what is changed.
  const old = valueAt(api.resources, within)
  if (typeof old !== 'string') return deploySaved(stopped)
  const uri = old.replace(/^(https?:\/\/)[^/:?#]+/, `$1${host}`)
  const resources: Api['resources'] = applyPatch(api.resources, [{ op: 'replace', path: within, value: uri }])
  return [
    ...deploySaved(stopped),
    {
      label: `Call ${host} in the uri of ${api.physicalId ?? hop.resource}, and deploy ${stage}`,
      patch: deploying(doc, hop.resource, stage, { resources }),
    },
  ]
}
