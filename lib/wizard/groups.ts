import type { Owner, Part } from '@/lib/templates/part'
import type { Permission } from '@/lib/templates/pieces/network'

/** A security group that lets in and out what is said, and nothing else. */
export const narrowGroup = (
  owner: Owner,
  vpc: string,
  id: string,
  name: string,
  { from, to }: { from: Permission[]; to: Permission[] },
): Part => ({
  [id]: { kind: 'securityGroup', name, physicalId: id, ...owner, vpc, ipPermissions: from, ipPermissionsEgress: to },
})

export const tcpGroups = (port: number, ...groups: string[]): Permission => ({
  ipProtocol: 'tcp',
  fromPort: port,
  toPort: port,
  groups,
})
