import type { Part } from '@/lib/templates/part'
import { active, anywhere, vpcWithAcl } from '@/lib/templates/pieces/network'
import type { Setting, ZoneLetter } from '@/lib/templates/setting'
import { resourcesOf } from '@/lib/topology/document'
import { freeBlock } from '../addresses'
import type { Site } from '../site'
import type { Starter } from './starter'

const vpcSize = 2 ** 16
const subnetSize = 2 ** 12

export const account: Starter = {
  word: 'account',
  make: ({ id, site }) => {
    const numbers = new Set(resourcesOf(site.document, 'account').map(([, { accountId }]) => accountId))
    const accountId = ['111122223333', '444455556666', '777788889999'].find((each) => !numbers.has(each))
    return {
      [id]: {
        kind: 'account',
        name: id,
        accountId: accountId ?? String(100000000000 + numbers.size),
        // Only in China does AWS ask for an ICP licence (https://docs.amazonaws.cn/en_us/aws/latest/userguide/api-gateway.html).
        ...(site.setting.partition.name === 'aws-cn' ? { icpLicence: true } : {}),
      },
    }
  },
}

/** As the console's "VPC and more" makes one, without a way out: two private subnets under the main route table. */
export const vpc: Starter = {
  word: 'vpc',
  make: ({ id, ids, owner, site }) => {
    const taken = resourcesOf(site.document, 'vpc').flatMap(([, { cidrBlocks }]) => cidrBlocks)
    const cidr = freeBlock(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'], vpcSize, taken) ?? '10.0.0.0/16'
    const { [id]: network, [`${id}-acl`]: acl } = vpcWithAcl(owner, id, id, cidr, `${id}-acl`)
    if (!network || !acl) return {}
    const table = `${id}-main`
    const half = (zone: 'a' | 'b', cidrBlock: string): Part => ({
      [`${id}-${zone}`]: {
        kind: 'subnet',
        name: `${id}-${zone}`,
        physicalId: ids.subnet(zone),
        ...owner,
        vpc: id,
        cidrBlock,
        ...zoneOf(site.setting, zone),
        routeTable: table,
        networkAcl: `${id}-acl`,
      },
    })
    const first = freeBlock([cidr], subnetSize, []) ?? cidr
    return {
      [id]: { ...network, physicalId: ids.vpc(id) },
      [`${id}-acl`]: { ...acl, physicalId: ids.acl(id) },
      [table]: {
        kind: 'routeTable',
        name: `${id} main`,
        physicalId: ids.table(id),
        ...owner,
        vpc: id,
        main: true,
        routes: [active(cidr, 'local')],
      },
      ...half('a', first),
      ...half('b', freeBlock([cidr], subnetSize, [first]) ?? cidr),
    }
  },
}

const zoneOf = ({ zones }: Setting, letter: ZoneLetter) => ({
  availabilityZone: zones[letter].name,
  availabilityZoneId: zones[letter].id,
})

export const subnet: Starter = {
  word: 'subnet',
  make: ({ id, ids, owner, site }) => {
    const mates = resourcesOf(site.document, 'subnet').filter(([, each]) => each.vpc === site.vpc)
    const blocks = resourcesOf(site.document, 'vpc').find(([each]) => each === site.vpc)?.[1].cidrBlocks ?? []
    const taken = mates.map(([, { cidrBlock }]) => cidrBlock)
    const cidrBlock = [subnetSize, 2 ** 8, 2 ** 4].map((size) => freeBlock(blocks, size, taken)).find(Boolean)
    const load = (letter: ZoneLetter) =>
      mates.filter(([, each]) => each.availabilityZone === site.setting.zones[letter].name).length
    const letters: ZoneLetter[] = ['a', 'b', 'c']
    const [letter = 'a'] = letters.sort((a, b) => load(a) - load(b))
    const acl = mates[0]?.[1].networkAcl ?? aclOf(site)
    // A VPC whose ACLs were all deleted gets one again: no subnet is without.
    const { [`${id}-acl`]: made } = vpcWithAcl(owner, site.vpc ?? '', id, cidrBlock ?? '', `${id}-acl`)
    return {
      ...(acl === undefined && made ? { [`${id}-acl`]: { ...made, physicalId: ids.acl(id) } } : {}),
      [id]: {
        kind: 'subnet',
        name: id,
        physicalId: ids.subnet(id),
        ...owner,
        vpc: site.vpc ?? '',
        cidrBlock: cidrBlock ?? blocks[0] ?? '10.0.0.0/20',
        ...zoneOf(site.setting, letter),
        networkAcl: acl ?? `${id}-acl`,
      },
    }
  },
}

const aclOf = ({ document, vpc: of }: Site) =>
  resourcesOf(document, 'networkAcl').find(([, acl]) => acl.vpc === of)?.[0]

export const routeTable: Starter = {
  word: 'route-table',
  make: ({ id, ids, owner, site }) => {
    const found = resourcesOf(site.document, 'vpc').find(([each]) => each === site.vpc)?.[1]
    const routes = (found?.cidrBlocks ?? []).map((cidr) => active(cidr, 'local'))
    return { [id]: { kind: 'routeTable', name: id, physicalId: ids.table(id), ...owner, vpc: site.vpc ?? '', routes } }
  },
}

export const networkAcl: Starter = {
  word: 'network-acl',
  make: ({ id, ids, owner, site }) => ({
    [id]: {
      kind: 'networkAcl',
      name: id,
      physicalId: ids.acl(id),
      ...owner,
      vpc: site.vpc ?? '',
      entries: [false, true].map((egress) => ({
        ruleNumber: 100,
        egress,
        protocol: '-1',
        cidrBlock: anywhere,
        ruleAction: 'allow' as const,
      })),
    },
  }),
}

export const gateway: Starter = {
  word: 'gateway',
  make: ({ id, ids, owner, site }) => ({
    [id]: {
      kind: 'gateway',
      name: id,
      physicalId: ids.internetGateway(id),
      ...owner,
      type: 'internet',
      vpc: site.vpc ?? '',
    },
  }),
}
