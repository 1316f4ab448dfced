import { ecsServiceArn, loadBalancerArn, targetGroupArn } from '@/lib/naming/arns'
import { endpointHost, serviceHost } from '@/lib/naming/executeApi'
import { networkLoadBalancerHost } from '@/lib/naming/loadBalancer'
import { executeApiServiceName } from '@/lib/naming/serviceName'
import { writePolicy } from '@/lib/policy/templates'
import { guideStage } from '@/lib/templates/deploy'
import { fullAccess } from '@/lib/templates/pieces/policies'
import { networkAttributes, tcpCheck } from '@/lib/templates/pieces/targetGroup'
import { deploy } from '@/lib/topology/deployment'
import { resourceOf } from '@/lib/topology/document'
import { freeAddresses } from '../addresses'
import { guard } from './guard'
import type { Making, Starter } from './starter'

/** An execute-api endpoint with private DNS, full access, and a group that lets its VPC in on 443. */
export const vpcEndpoint: Starter = {
  word: 'endpoint',
  needs: 'vpc',
  make: (making) => {
    const { id, ids, owner, site } = making
    const { region } = owner
    const group = guard(making, [443])
    const physicalId = ids.endpoint(id)
    const zones = site.subnets.flatMap((subnet) => resourceOf(site.document, subnet, 'subnet')?.availabilityZone ?? [])
    return {
      [id]: {
        kind: 'vpcEndpoint',
        name: id,
        physicalId,
        ...owner,
        vpc: site.vpc ?? '',
        vpcEndpointType: 'Interface',
        serviceName: executeApiServiceName(region),
        state: 'available',
        ipAddressType: 'ipv4',
        privateDnsEnabled: true,
        policyDocument: fullAccess,
        securityGroups: [group.id],
        networkInterfaces: oneEach(making),
        dnsEntries: [
          endpointHost(physicalId, ids.random(id), region),
          ...zones.map((zone) => endpointHost(physicalId, ids.random(id), region, zone)),
          serviceHost(region),
          `*.${serviceHost(region)}`,
        ],
      },
      ...group.part,
    }
  },
}

const oneEach = ({ site }: Making) =>
  site.subnets.map((subnet) => {
    const [privateIpAddress] = freeAddresses(site.document, subnet, 1)
    return { subnet, ...(privateIpAddress === undefined ? {} : { privateIpAddress }) }
  })

/** A private API that admits whoever reaches it, with a stage that serves what it has. */
export const restApi: Starter = {
  word: 'api',
  make: ({ id, ids, owner, site }) => {
    const physicalId = ids.api
    const at = { region: owner.region, accountId: site.accountId, apiId: physicalId }
    return {
      [id]: deploy(
        {
          kind: 'restApi',
          name: id,
          physicalId,
          ...owner,
          policy: { text: writePolicy({ name: 'anyone' }, at) },
          endpointConfiguration: { type: 'PRIVATE' },
          disableExecuteApiEndpoint: false,
          resources: { [ids.apiResource('/')]: { path: '/', methods: {} } },
          deployments: {},
          stages: {},
        },
        ids.deployment,
        guideStage,
      ),
    }
  },
}

export const vpcLink: Starter = {
  word: 'vpc-link',
  make: ({ id, ids, owner }) => ({
    [id]: { kind: 'vpcLink', name: id, physicalId: ids.link, ...owner, version: 'V1', status: 'AVAILABLE' },
  }),
}

/** An internal NLB as the guide makes it: no security group, and so never any. */
export const loadBalancer: Starter = {
  word: 'nlb',
  needs: 'vpc',
  make: (making) => {
    const { id, ids, owner, site } = making
    const place = { region: owner.region, accountId: site.accountId }
    return {
      [id]: {
        kind: 'loadBalancer',
        name: id,
        arn: loadBalancerArn(place, 'net', id, ids.hash(id)),
        ...owner,
        type: 'network',
        scheme: 'internal',
        vpc: site.vpc ?? '',
        state: 'active',
        dnsName: networkLoadBalancerHost(id, ids.hash(id), owner.region),
        ipAddressType: 'ipv4',
        availabilityZones: oneEach(making).map(({ subnet, privateIpAddress }) => ({
          subnet,
          ...(privateIpAddress === undefined ? {} : { address: privateIpAddress }),
        })),
        attributes: { 'load_balancing.cross_zone.enabled': 'false' },
        listeners: [],
      },
    }
  },
}

export const targetGroup: Starter = {
  word: 'targets',
  needs: 'vpc',
  make: ({ id, ids, owner, site }) => ({
    [id]: {
      kind: 'targetGroup',
      name: id,
      arn: targetGroupArn({ region: owner.region, accountId: site.accountId }, id, ids.hash(id)),
      ...owner,
      vpc: site.vpc ?? '',
      targetType: 'ip',
      protocol: 'TCP',
      port: 80,
      healthCheck: tcpCheck,
      attributes: networkAttributes,
      targets: [],
    },
  }),
}

/** A service of one task in each of its subnets, with a group that lets the VPC in on its port. */
export const ecsService: Starter = {
  word: 'service',
  needs: 'vpc',
  make: (making) => {
    const { id, ids, owner, site } = making
    const group = guard(making, [80])
    const tasks = site.subnets.map((subnet, n) => ({
      id: ids.task(n),
      privateIpAddress: freeAddresses(site.document, subnet, 1)[0] ?? '10.0.0.10',
      subnet,
      lastStatus: 'RUNNING',
    }))
    return {
      [id]: {
        kind: 'ecsService',
        name: id,
        arn: ecsServiceArn({ region: owner.region, accountId: site.accountId }, id, id),
        ...owner,
        cluster: id,
        launchType: 'FARGATE',
        status: 'ACTIVE',
        desiredCount: tasks.length,
        runningCount: tasks.length,
        pendingCount: 0,
        deployments: [{ status: 'PRIMARY', rolloutState: 'COMPLETED', runningCount: tasks.length }],
        loadBalancers: [],
        subnets: site.subnets,
        securityGroups: [group.id],
        assignPublicIp: 'DISABLED',
        tasks,
      },
      ...group.part,
    }
  },
}

export const httpEndpoint: Starter = {
  word: 'backend',
  make: ({ id }) => ({ [id]: { kind: 'httpEndpoint', name: id, host: `${id}.example.com` } }),
}

export const lambdaFunction: Starter = {
  word: 'function',
  make: ({ id, owner, site }) => ({
    [id]: {
      kind: 'lambdaFunction',
      name: id,
      ...owner,
      arn: `arn:${site.setting.partition.name}:lambda:${owner.region}:${site.accountId}:function:${id}`,
    },
  }),
}
