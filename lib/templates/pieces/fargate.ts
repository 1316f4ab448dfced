import { ecsServiceArn } from '@/lib/naming/arns'
import { networkLoadBalancerHost } from '@/lib/naming/loadBalancer'
import type { Part } from '../part'
import type { Setting, ZoneLetter } from '../setting'
import { account1 } from './accounts'
import { helloSoftware } from './helloSoftware'
import { networkLoadBalancer } from './networkLoadBalancer'
import { appSubnets, providerVpcId, taskGroup } from './providerVpc'
import { networkAttributes, targetGroup, tcpCheck } from './targetGroup'

export const fargateNlb = 'web-app-fargate-nlb-internal'
export const fargateService = 'web-app-fargate'
export const tasks: { id: string; address: string; zone: ZoneLetter }[] = [
  { id: '0a40c5d2e7f84b1f9a3e6d8c2b7a5f40', address: '10.0.1.40', zone: 'a' },
  { id: '0b41c5d2e7f84b1f9a3e6d8c2b7a5f41', address: '10.0.3.41', zone: 'b' },
  { id: '0c42c5d2e7f84b1f9a3e6d8c2b7a5f42', address: '10.0.9.42', zone: 'c' },
]

const group = 'web-app-fargate-nlb-tg'
const hash = 'a91fd47048eb1ef0'
const cluster = 'web-app'

export const fargateNlbDnsName = ({ region }: Setting) => networkLoadBalancerHost(fargateNlb, hash, region)

/** The internal NLB on ports 80 and 5000, its target group and the Fargate service behind it. */
export const fargate = (setting: Setting): Part => ({
  ...networkLoadBalancer(setting, {
    name: fargateNlb,
    hash,
    vpc: providerVpcId,
    nodes: [
      { subnet: appSubnets.a, address: '10.0.0.21' },
      { subnet: appSubnets.b, address: '10.0.3.21' },
      { subnet: appSubnets.c, address: '10.0.8.21' },
    ],
    listens: [
      { port: 80, targetGroup: group },
      { port: 5000, targetGroup: group },
    ],
  }),
  ...targetGroup(setting, {
    name: group,
    hash: '5b1e6f0c2d3a4978',
    vpc: providerVpcId,
    protocol: 'TCP',
    port: 5000,
    healthCheck: tcpCheck,
    attributes: networkAttributes,
    targets: tasks.map(({ id, address, zone }) => ({ address, zone, of: { ecsService: fargateService, task: id } })),
  }),
  ...service(setting),
})

const service = ({ region }: Setting): Part => ({
  [fargateService]: {
    kind: 'ecsService',
    name: fargateService,
    arn: ecsServiceArn({ region, accountId: account1 }, cluster, fargateService),
    account: account1,
    region,
    cluster,
    launchType: 'FARGATE',
    status: 'ACTIVE',
    desiredCount: 3,
    runningCount: 3,
    pendingCount: 0,
    deployments: [{ status: 'PRIMARY', rolloutState: 'COMPLETED', runningCount: 3 }],
    loadBalancers: [{ targetGroup: group, containerName: 'web', containerPort: 5000 }],
    healthCheckGracePeriodSeconds: 0,
    subnets: Object.values(appSubnets),
    securityGroups: [taskGroup],
    assignPublicIp: 'DISABLED',
    tasks: tasks.map(({ id, address, zone }) => ({
      id,
      privateIpAddress: address,
      subnet: appSubnets[zone],
      lastStatus: 'RUNNING',
    })),
    software: helloSoftware(5000),
  },
})
