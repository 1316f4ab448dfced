import { loadBalancerArn } from '@/lib/naming/arns'
import { applicationLoadBalancerHost } from '@/lib/naming/loadBalancer'
import { redeployed } from '../change'
import type { Part } from '../part'
import { account1 } from '../pieces/accounts'
import { fargateService, tasks } from '../pieces/fargate'
import { securityGroup } from '../pieces/network'
import { privateApiId } from '../pieces/privateApi'
import { appSubnets, providerVpcId } from '../pieces/providerVpc'
import { targetGroup } from '../pieces/targetGroup'
import type { Setting } from '../setting'

const link = 'v2lnk1'
const linkGroup = 'sg-0a0000000000a2001'
const alb = 'web-app-alb'
const albGroup = 'sg-0a0000000000a1b01'
const group = 'web-app-alb-tg'
const hash = '6f4d2b8a1c3e5079'

/** A VPC link of version 2 to an internal Application Load Balancer in front of the same tasks. */
export function albV2(part: Part, setting: Setting): Part {
  const owner = { account: account1, region: setting.region }
  return {
    ...redeployed(part, privateApiId, 'p1d00a', withAlb),
    ...securityGroup(owner, providerVpcId, linkGroup, 'vpc link', []),
    ...securityGroup(owner, providerVpcId, albGroup, 'alb', [
      { ipProtocol: 'tcp', fromPort: 80, toPort: 80, groups: [linkGroup] },
    ]),
    [link]: {
      kind: 'vpcLink',
      name: 'web-app-alb-vpclink',
      physicalId: link,
      ...owner,
      version: 'V2',
      subnets: Object.values(appSubnets),
      securityGroups: [linkGroup],
      status: 'AVAILABLE',
    },
    ...applicationLoadBalancer(setting),
    ...targetGroup(setting, {
      name: group,
      hash: '9a7c5e3f1b2d4608',
      vpc: providerVpcId,
      protocol: 'HTTP',
      port: 5000,
      healthCheck: { healthCheckProtocol: 'HTTP', healthCheckPort: 'traffic-port', healthCheckPath: '/' },
      attributes: { 'deregistration_delay.timeout_seconds': '300' },
      targets: tasks.map(({ id, address, zone }) => ({ address, zone, of: { ecsService: fargateService, task: id } })),
    }),
  }
}

const withAlb: Parameters<typeof redeployed>[3] = (saved) => ({
  ...saved,
  resources: Object.fromEntries(
    Object.entries(saved.resources).map(([id, resource]) => {
      const get = resource.methods.GET
      if (resource.path !== '/webpage-vpc' || !get?.integration) return [id, resource]
      const integration = {
        ...get.integration,
        connection: link,
        integrationTarget: alb,
        uri: 'http://backend.example.com/',
      }
      return [id, { ...resource, methods: { ...resource.methods, GET: { ...get, integration } } }]
    }),
  ),
})

const applicationLoadBalancer = ({ region }: Setting): Part => ({
  [alb]: {
    kind: 'loadBalancer',
    name: alb,
    arn: loadBalancerArn({ region, accountId: account1 }, 'app', alb, hash),
    account: account1,
    region,
    type: 'application',
    scheme: 'internal',
    vpc: providerVpcId,
    state: 'active',
    dnsName: applicationLoadBalancerHost(alb, '1234567890', region),
    ipAddressType: 'ipv4',
    availabilityZones: [
      { subnet: appSubnets.a, address: '10.0.0.31' },
      { subnet: appSubnets.b, address: '10.0.3.31' },
      { subnet: appSubnets.c, address: '10.0.8.31' },
    ],
    securityGroups: [albGroup],
    listeners: [{ protocol: 'HTTP', port: 80, default: { type: 'forward', targetGroups: [{ targetGroup: group }] } }],
  },
})
