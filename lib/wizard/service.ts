import { ecsServiceArn, loadBalancerArn, targetGroupArn } from '@/lib/naming/arns'
import { applicationLoadBalancerHost, networkLoadBalancerHost } from '@/lib/naming/loadBalancer'
import type { Part } from '@/lib/templates/part'
import { anywhere, tcpFrom } from '@/lib/templates/pieces/network'
import { narrowGroup, tcpGroups } from './groups'
import type { Plan } from './plan'
import { serviceVpcIds } from './serviceVpc'

const port = 8080

/** A link of version 1 leads to an NLB, one of version 2 to an ALB; listens is what the link calls. */
const balancers = {
  V1: { type: 'network', listens: 'TCP', speaks: 'TCP' },
  V2: { type: 'application', listens: 'HTTP', speaks: 'HTTP' },
} as const

export const linkVersion = ({ choices }: Plan) => choices.link ?? 'V1'

export const balancerName = (plan: Plan) => `${plan.choices.name}-${linkVersion(plan) === 'V1' ? 'nlb' : 'alb'}`

export const balancerHost = (plan: Plan) =>
  linkVersion(plan) === 'V1'
    ? networkLoadBalancerHost(balancerName(plan), plan.ids.hash('balancer'), plan.setting.region)
    : applicationLoadBalancerHost(balancerName(plan), plan.ids.albNumber, plan.setting.region)

/** The VPC link, the load balancer and the Fargate service: each lets in only the one before it. */
export const service = (plan: Plan): Part => ({
  ...groups(plan),
  ...link(plan),
  ...balancer(plan),
  ...targets(plan),
  ...fargate(plan),
})

const groupIds = ({ ids }: Plan) => ({ link: ids.group('link'), lb: ids.group('balancer'), tasks: ids.group('tasks') })

function groups(plan: Plan): Part {
  const { owner } = plan
  const { vpc } = serviceVpcIds(plan)
  const { link, lb, tasks } = groupIds(plan)
  const outward = { from: [], to: [tcpGroups(80, lb)] }
  return {
    ...(linkVersion(plan) === 'V2' ? narrowGroup(owner, vpc, link, 'vpc link', outward) : {}),
    ...narrowGroup(owner, vpc, lb, 'load balancer', {
      // What comes over PrivateLink is not asked for a rule while enforcement is off
      // (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html).
      from: linkVersion(plan) === 'V2' ? [tcpGroups(80, link)] : [],
      to: [tcpGroups(port, tasks)],
    }),
    // The tasks fetch their image over HTTPS.
    ...narrowGroup(owner, vpc, tasks, 'tasks', { from: [tcpGroups(port, lb)], to: [tcpFrom(443, anywhere)] }),
  }
}

function link(plan: Plan): Part {
  const { ids, owner, choices } = plan
  const { a, b } = serviceVpcIds(plan)
  const way =
    linkVersion(plan) === 'V1'
      ? { version: 'V1' as const, target: balancerName(plan), endpointConnection: 'available' }
      : { version: 'V2' as const, subnets: [a, b], securityGroups: [groupIds(plan).link] }
  const common = { name: `${choices.name}-link`, physicalId: ids.link, ...owner, status: 'AVAILABLE' }
  return { [ids.link]: { kind: 'vpcLink', ...common, ...way } }
}

function balancer(plan: Plan): Part {
  const { ids, owner, choices, setting } = plan
  const { vpc, a, b } = serviceVpcIds(plan)
  const { type, listens } = balancers[linkVersion(plan)]
  const name = balancerName(plan)
  const place = { region: setting.region, accountId: choices.account }
  const forward = { type: 'forward' as const, targetGroups: [{ targetGroup: `${choices.name}-tg` }] }
  const ofNlb =
    type === 'network'
      ? {
          enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off' as const,
          attributes: { 'load_balancing.cross_zone.enabled': 'false' },
        }
      : {}
  return {
    [name]: {
      kind: 'loadBalancer',
      name,
      arn: loadBalancerArn(place, type === 'network' ? 'net' : 'app', name, ids.hash('balancer')),
      ...owner,
      type,
      scheme: 'internal',
      vpc,
      state: 'active',
      dnsName: balancerHost(plan),
      ipAddressType: 'ipv4',
      availabilityZones: [
        { subnet: a, address: '10.20.3.21' },
        { subnet: b, address: '10.20.19.21' },
      ],
      securityGroups: [groupIds(plan).lb],
      ...ofNlb,
      listeners: [{ protocol: listens, port: 80, default: forward }],
    },
  }
}

const tasks = (plan: Plan) => {
  const { a, b } = serviceVpcIds(plan)
  const { zones } = plan.setting
  return [
    { id: plan.ids.task(0), address: '10.20.4.40', subnet: a, zone: zones.a.name },
    { id: plan.ids.task(1), address: '10.20.20.41', subnet: b, zone: zones.b.name },
  ]
}

function targets(plan: Plan): Part {
  const { ids, owner, choices } = plan
  const { speaks } = balancers[linkVersion(plan)]
  const name = `${choices.name}-tg`
  const check: Record<string, string> =
    speaks === 'TCP' ? { healthCheckProtocol: 'TCP' } : { healthCheckProtocol: 'HTTP', healthCheckPath: '/' }
  const attributes: Record<string, string> = speaks === 'TCP' ? { 'preserve_client_ip.enabled': 'false' } : {}
  return {
    [name]: {
      kind: 'targetGroup',
      name,
      arn: targetGroupArn({ region: owner.region, accountId: owner.account }, name, ids.hash('targets')),
      ...owner,
      vpc: serviceVpcIds(plan).vpc,
      targetType: 'ip',
      protocol: speaks,
      port,
      healthCheck: { ...check, healthCheckPort: 'traffic-port' },
      attributes,
      targets: tasks(plan).map(({ id, address, zone }) => ({
        id: address,
        port,
        availabilityZone: zone,
        of: { ecsService: choices.name, task: id },
        health: { state: 'healthy' },
      })),
    },
  }
}

function fargate(plan: Plan): Part {
  const { owner, choices } = plan
  const { a, b } = serviceVpcIds(plan)
  const running = tasks(plan)
  const place = { region: owner.region, accountId: owner.account }
  return {
    [choices.name]: {
      kind: 'ecsService',
      name: choices.name,
      arn: ecsServiceArn(place, choices.name, choices.name),
      ...owner,
      cluster: choices.name,
      launchType: 'FARGATE',
      status: 'ACTIVE',
      desiredCount: running.length,
      runningCount: running.length,
      pendingCount: 0,
      deployments: [{ status: 'PRIMARY', rolloutState: 'COMPLETED', runningCount: running.length }],
      loadBalancers: [{ targetGroup: `${choices.name}-tg`, containerName: choices.name, containerPort: port }],
      subnets: [a, b],
      securityGroups: [groupIds(plan).tasks],
      assignPublicIp: 'DISABLED',
      tasks: running.map(({ id, address, subnet }) => ({
        id,
        privateIpAddress: address,
        subnet,
        lastStatus: 'RUNNING',
      })),
      // What the application answers is for its owner to state.
      software: { listens: [{ port }] },
    },
  }
}
