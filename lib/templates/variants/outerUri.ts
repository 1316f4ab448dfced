import type { Method } from '@/lib/topology/document'
import { redeployed } from '../change'
import type { Part } from '../part'
import { outerApiId } from '../pieces/outerApi'

const proxyPaths = ['/webpage-vpc', '/to-first-api']

/** The outer API with its two proxy methods changed, saved and deployed. */
export const outerProxyMethods = (part: Part, deploymentId: string, change: (get: Method) => Method): Part =>
  redeployed(part, outerApiId, deploymentId, (saved) => ({
    ...saved,
    resources: Object.fromEntries(
      Object.entries(saved.resources).map(([id, resource]) => {
        const get = resource.methods.GET
        return get && proxyPaths.includes(resource.path)
          ? [id, { ...resource, methods: { ...resource.methods, GET: change(get) } }]
          : [id, resource]
      }),
    ),
  }))
