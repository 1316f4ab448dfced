import type { Owner, Part } from '../part'
import type { Setting, ZoneLetter } from '../setting'

interface Row {
  id: string
  name: string
  cidr: string
  zone: ZoneLetter
  routeTable: string
}

/** The subnets of one VPC, all under one network ACL. */
export const subnets = ({ zones }: Setting, owner: Owner, vpc: string, networkAcl: string, rows: Row[]): Part =>
  Object.fromEntries(
    rows.map(({ id, name, cidr, zone, routeTable }) => [
      id,
      {
        kind: 'subnet' as const,
        name,
        physicalId: id,
        ...owner,
        vpc,
        cidrBlock: cidr,
        availabilityZone: zones[zone].name,
        availabilityZoneId: zones[zone].id,
        routeTable,
        networkAcl,
      },
    ]),
  )
