import type { FC } from 'react'
import type { Path } from './formContext'
import { AclEntries } from './tables/AclEntries'
import { Listeners } from './tables/Listeners'
import { MethodsTable } from './tables/MethodsTable'
import { Routes } from './tables/Routes'
import { Rules } from './tables/Rules'

export interface TableProps {
  value: unknown
  path: Path
}

/** Lists that people read as tables, by kind and field; every other list is made from its schema. */
export const tables: Record<string, FC<TableProps>> = {
  'securityGroup.ipPermissions': Rules,
  'securityGroup.ipPermissionsEgress': Rules,
  'routeTable.routes': Routes,
  'networkAcl.entries': AclEntries,
  'loadBalancer.listeners': Listeners,
  'restApi.resources': MethodsTable,
}
