import type { ResourceOf } from '@/lib/topology/document'
import type { World } from './world'
import { listed, type Value } from './xml'

type Answer = Record<string, Value>

const tagSet = (name: string | undefined): Value => (name === undefined ? [] : [{ key: 'Name', value: name }])

/** The values asked for by a filter; undefined: not filtered by it. */
function filter(query: URLSearchParams, name: string): string[] | undefined {
  for (let i = 1; query.has(`Filter.${i}.Name`); i++)
    if (query.get(`Filter.${i}.Name`) === name) return listed(query, `Filter.${i}.Value`)
  return undefined
}

/** The read operations of EC2 that an inspection needs, answered from a topology. */
export const ec2: Record<string, (world: World, query: URLSearchParams) => Answer> = {
  DescribeVpcs: (w, q) => ({
    vpcSet: kept(w.all('vpc'), filter(q, 'vpc-id')).map(([vpcId, v]) => ({
      vpcId,
      cidrBlock: v.cidrBlocks[0],
      cidrBlockAssociationSet: v.cidrBlocks.map((cidrBlock) => ({ cidrBlock })),
      dhcpOptionsId: 'default',
      tagSet: tagSet(v.name),
    })),
  }),
  DescribeVpcAttribute: (w, q) => {
    const vpc = w.all('vpc').find(([id]) => id === q.get('VpcId'))?.[1]
    const name = q.get('Attribute') === 'enableDnsSupport' ? 'enableDnsSupport' : 'enableDnsHostnames'
    return { [name]: { value: vpc?.[name] ?? false } }
  },
  DescribeSubnets: (w, q) => ({
    subnetSet: w
      .all('subnet')
      .filter(([id, s]) => isIn(filter(q, 'subnet-id'), id) && isIn(filter(q, 'vpc-id'), w.id(s.vpc)))
      .map(([subnetId, s]) => ({
        subnetId,
        vpcId: w.id(s.vpc),
        cidrBlock: s.cidrBlock,
        availabilityZone: s.availabilityZone,
        availabilityZoneId: s.availabilityZoneId,
        tagSet: tagSet(s.name),
      })),
  }),
  DescribeRouteTables: (w, q) => ({
    routeTableSet: w
      .all('routeTable')
      .map(([routeTableId, t]) => ({ routeTableId, t, subnets: subnetsWith(w, 'routeTable', routeTableId) }))
      .filter(({ t }) => isIn(filter(q, 'vpc-id'), w.id(t.vpc)))
      .map(({ routeTableId, t, subnets }) => ({
        routeTableId,
        vpcId: w.id(t.vpc),
        routeSet: t.routes.map((r) => routeOf(w, r)),
        associationSet: [
          ...(t.main ? [{ main: true }] : []),
          ...subnets.map((subnetId) => ({ main: false, subnetId })),
        ],
        tagSet: tagSet(t.name),
      })),
  }),
  DescribeNetworkAcls: (w, q) => ({
    networkAclSet: w
      .all('networkAcl')
      .map(([networkAclId, a]) => ({ networkAclId, a, subnets: subnetsWith(w, 'networkAcl', networkAclId) }))
      .filter(({ a }) => isIn(filter(q, 'vpc-id'), w.id(a.vpc)))
      .map(({ networkAclId, a, subnets }) => ({
        networkAclId,
        vpcId: w.id(a.vpc),
        default: a.isDefault ?? false,
        entrySet: a.entries.map(({ ruleNumber, egress, protocol, portRange, cidrBlock, ruleAction }) => ({
          ...{ ruleNumber, egress, protocol, cidrBlock, ruleAction },
          portRange: portRange ? { from: portRange.from, to: portRange.to } : undefined,
        })),
        associationSet: subnets.map((subnetId) => ({ subnetId })),
        tagSet: tagSet(a.name),
      })),
  }),
  DescribeSecurityGroups: (w, q) => ({
    securityGroupInfo: kept(w.all('securityGroup'), filter(q, 'group-id')).map(([groupId, g]) => ({
      groupId,
      groupName: g.name ?? groupId,
      vpcId: w.id(g.vpc),
      ipPermissions: g.ipPermissions.map((p) => permission(w, p)),
      ipPermissionsEgress: g.ipPermissionsEgress.map((p) => permission(w, p)),
    })),
  }),
  DescribeVpcPeeringConnections: (w, q) => ({
    vpcPeeringConnectionSet: kept(w.all('vpcPeeringConnection'), filter(q, 'vpc-peering-connection-id')).map(
      ([vpcPeeringConnectionId, p]) => ({
        vpcPeeringConnectionId,
        requesterVpcInfo: side(w, p.requester),
        accepterVpcInfo: side(w, p.accepter),
        status: { code: p.status },
        tagSet: tagSet(p.name),
      }),
    ),
  }),
  DescribeNatGateways: (w, q) => ({
    natGatewaySet: kept(w.all('gateway'), filter(q, 'nat-gateway-id')).map(([natGatewayId, g]) => ({
      natGatewayId,
      vpcId: w.id(g.vpc),
      subnetId: g.subnet === undefined ? undefined : w.id(g.subnet),
      state: g.state ?? 'available',
    })),
  }),
  DescribeInstances: (w, q) => ({
    reservationSet: kept(w.all('instance'), filter(q, 'instance-id')).map(([instanceId, i]) => ({
      instancesSet: [
        {
          instanceId,
          subnetId: w.id(i.subnet),
          vpcId: w.vpcOf(i.subnet),
          privateIpAddress: i.privateIpAddress,
          groupSet: i.securityGroups.map((g) => ({ groupId: w.id(g) })),
          tagSet: tagSet(i.name),
        },
      ],
    })),
  }),
  DescribeVpcEndpoints: (w, q) => ({
    vpcEndpointSet: w
      .all('vpcEndpoint')
      .filter(([, e]) => isIn(filter(q, 'service-name'), e.serviceName))
      .map(([vpcEndpointId, e]) => ({
        vpcEndpointId,
        vpcEndpointType: e.vpcEndpointType,
        vpcId: w.id(e.vpc),
        serviceName: e.serviceName,
        state: e.state,
        ipAddressType: e.ipAddressType,
        policyDocument: e.policyDocument?.text,
        privateDnsEnabled: e.privateDnsEnabled,
        subnetIdSet: e.networkInterfaces.map((i) => w.id(i.subnet)),
        groupSet: e.securityGroups.map((g) => ({ groupId: w.id(g) })),
        networkInterfaceIdSet: e.networkInterfaces.map((_, i) => `eni-${vpcEndpointId}-${i}`),
        dnsEntrySet: (e.dnsEntries ?? []).map((dnsName) => ({ dnsName })),
        tagSet: tagSet(e.name),
      })),
  }),
  DescribeNetworkInterfaces: (w, q) => ({
    networkInterfaceSet: interfaces(w)
      .filter(
        (i) =>
          isIn(filter(q, 'network-interface-id'), i.networkInterfaceId) &&
          isIn(filter(q, 'addresses.private-ip-address'), i.privateIpAddress) &&
          isIn(filter(q, 'description'), i.description),
      )
      .map((i) => ({ ...i })),
  }),
}

const isIn = (wanted: string[] | undefined, value: string | undefined): boolean =>
  wanted === undefined || (value !== undefined && wanted.includes(value))

const kept = <T>(all: [string, T][], ids: string[] | undefined): [string, T][] => all.filter(([id]) => isIn(ids, id))

const subnetsWith = (w: World, field: 'routeTable' | 'networkAcl', id: string): string[] =>
  w.all('subnet').flatMap(([subnet, s]) => (s[field] !== undefined && w.id(s[field]) === id ? [subnet] : []))

function routeOf(w: World, route: ResourceOf<'routeTable'>['routes'][number]): Answer {
  const to = w.get(route.target)
  const id = w.id(route.target)
  const target: Answer =
    to?.kind === 'vpcPeeringConnection'
      ? { vpcPeeringConnectionId: id }
      : to?.kind === 'gateway' && to.type === 'nat'
        ? { natGatewayId: id }
        : { gatewayId: id }
  return { destinationCidrBlock: route.destination, ...target, state: route.state }
}

function permission(w: World, p: ResourceOf<'securityGroup'>['ipPermissions'][number]): Value {
  return {
    ipProtocol: p.ipProtocol,
    fromPort: p.fromPort,
    toPort: p.toPort,
    ipRanges: (p.cidrs ?? []).map((cidrIp) => ({ cidrIp })),
    groups: (p.groups ?? []).map((g) => ({ groupId: w.id(g), userId: w.account })),
  }
}

function side(w: World, vpc: string): Value {
  const found = w.get(vpc)
  if (found?.kind !== 'vpc') return {}
  return { vpcId: w.id(vpc), ownerId: found.account, region: found.region, cidrBlock: found.cidrBlocks[0] }
}

interface Interface {
  networkInterfaceId: string
  subnetId: string
  vpcId: string
  privateIpAddress: string
  description: string
  attachment?: { instanceId: string }
}

/** Every address of the account has an interface, whose description says to what it belongs. */
function interfaces(w: World): Interface[] {
  const found: Interface[] = []
  const put = (networkInterfaceId: string, subnet: string, address: string | undefined, more: Partial<Interface>) => {
    if (address !== undefined)
      found.push({
        networkInterfaceId,
        subnetId: w.id(subnet),
        vpcId: w.vpcOf(subnet),
        privateIpAddress: address,
        description: '',
        ...more,
      })
  }
  for (const [id, e] of w.all('vpcEndpoint'))
    for (const [i, { subnet, privateIpAddress }] of e.networkInterfaces.entries())
      put(`eni-${id}-${i}`, subnet, privateIpAddress, { description: `VPC Endpoint Interface ${id}` })
  for (const [id, b] of w.all('loadBalancer'))
    for (const [i, { subnet, address }] of b.availabilityZones.entries())
      put(`eni-${id}-${i}`, subnet, address, { description: `ELB ${b.arn?.split(':loadbalancer/')[1]}` })
  for (const [, s] of w.all('ecsService'))
    for (const task of s.tasks)
      put(`eni-${task.id}`, task.subnet, task.privateIpAddress, { description: 'arn:aws:ecs:task' })
  for (const [id, i] of w.all('instance'))
    put(`eni-${id}`, i.subnet, i.privateIpAddress, { attachment: { instanceId: id } })
  return found
}
