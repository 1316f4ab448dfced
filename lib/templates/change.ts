import type { ResourceOf } from '@/lib/topology/document'
import { deploy } from './deploy'
import type { Part } from './part'
import type { Permission, Route } from './pieces/network'

/** Changes of what a chain already has. Each gives a new part; where the chain lacks the resource nothing changes. */

export const withRoute = (part: Part, table: string, route: Route): Part => {
  const found = part[table]
  return found?.kind === 'routeTable' ? { ...part, [table]: { ...found, routes: [...found.routes, route] } } : part
}

export const withPermission = (part: Part, group: string, permission: Permission): Part => {
  const found = part[group]
  return found?.kind === 'securityGroup'
    ? { ...part, [group]: { ...found, ipPermissions: [...found.ipPermissions, permission] } }
    : part
}

/** The REST API changed and redeployed to its stage. */
export const redeployed = (
  part: Part,
  id: string,
  deploymentId: string,
  change: (saved: ResourceOf<'restApi'>) => ResourceOf<'restApi'>,
): Part => {
  const found = part[id]
  return found?.kind === 'restApi' ? { ...part, [id]: deploy(change(found), deploymentId) } : part
}
