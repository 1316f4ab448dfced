import type { Part } from '@/lib/templates/part'
import { anywhere, tcpFrom } from '@/lib/templates/pieces/network'
import { resourceOf } from '@/lib/topology/document'
import type { Making } from './starter'

/** The security group of something new: it lets in these TCP ports from its VPC, and out everything. */
export function guard({ id, ids, owner, site }: Making, ports: readonly number[]): { id: string; part: Part } {
  const group = `${id}-sg`
  const cidrs = resourceOf(site.document, site.vpc, 'vpc')?.cidrBlocks ?? []
  return {
    id: group,
    part: {
      [group]: {
        kind: 'securityGroup',
        name: group,
        physicalId: ids.group(group),
        ...owner,
        vpc: site.vpc ?? '',
        ipPermissions: ports.flatMap((port) => cidrs.map((cidr) => tcpFrom(port, cidr))),
        ipPermissionsEgress: [{ ipProtocol: '-1', cidrs: [anywhere] }],
      },
    },
  }
}
