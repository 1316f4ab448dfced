import { anywhere } from '@/lib/templates/pieces/network'
import { freeAddresses } from '../addresses'
import { guard } from './guard'
import type { Starter } from './starter'

export const client: Starter = {
  word: 'client',
  make: ({ id, owner, site }) => {
    const place = site.network ?? site.subnets[0]
    const [address] = place === undefined ? ['198.51.100.7'] : freeAddresses(site.document, place, 1)
    return {
      [id]: {
        kind: 'client',
        name: id,
        ...(site.subnets.length > 0 ? owner : {}),
        place: place ?? 'internet',
        ...(address === undefined ? {} : { address }),
      },
    }
  },
}

export const instance: Starter = {
  word: 'instance',
  needs: 'subnet',
  make: (making) => {
    const { id, ids, owner, site } = making
    const [subnet = ''] = site.subnets
    const group = guard(making, [])
    return {
      [id]: {
        kind: 'instance',
        name: id,
        physicalId: ids.instance(id),
        ...owner,
        subnet,
        privateIpAddress: freeAddresses(site.document, subnet, 1)[0] ?? '10.0.0.10',
        securityGroups: [group.id],
      },
      ...group.part,
    }
  },
}

/** The answers to what it calls come back by themselves: a caller's group needs no inbound rule. */
export const securityGroup: Starter = {
  word: 'security-group',
  make: ({ id, ids, owner, site }) => ({
    [id]: {
      kind: 'securityGroup',
      name: id,
      physicalId: ids.group(id),
      ...owner,
      vpc: site.vpc ?? '',
      ipPermissions: [],
      ipPermissionsEgress: [{ ipProtocol: '-1', cidrs: [anywhere] }],
    },
  }),
}

export const principal: Starter = {
  word: 'role',
  make: ({ id, owner, site }) => ({
    [id]: {
      kind: 'principal',
      name: id,
      ...owner,
      arn: `arn:${site.setting.partition.name}:iam::${site.accountId}:role/${id}`,
      identityPolicies: [],
    },
  }),
}
