import type { ResourceOf } from '@/lib/topology/document'
import { AwsError, type World } from './world'
import { listed, type Value } from './xml'

type Answer = Record<string, Value>
type Action = ResourceOf<'loadBalancer'>['listeners'][number]['default']

/** The read operations of Elastic Load Balancing that an inspection needs. */
export const elb: Record<string, (world: World, query: URLSearchParams) => Answer> = {
  DescribeLoadBalancers: (w, q) => {
    const arns = listed(q, 'LoadBalancerArns')
    const names = listed(q, 'Names')
    const all = w.all('loadBalancer').filter(([, b]) => wanted(arns, b.arn) && wanted(names, b.name))
    // One unknown ARN or name fails the whole call.
    if (all.length < Math.max(arns.length, names.length)) throw new AwsError('LoadBalancerNotFound', 400)
    return {
      LoadBalancers: all.map(([, b]) => ({
        LoadBalancerArn: b.arn,
        LoadBalancerName: b.name,
        DNSName: b.dnsName,
        Type: b.type,
        Scheme: b.scheme,
        VpcId: w.id(b.vpc),
        State: { Code: b.state },
        IpAddressType: b.ipAddressType,
        AvailabilityZones: b.availabilityZones.map((z) => ({
          SubnetId: w.id(z.subnet),
          ZoneName: zoneOf(w, z.subnet),
        })),
        SecurityGroups: b.securityGroups?.map((g) => w.id(g)),
        EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: b.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic,
      })),
    }
  },
  DescribeLoadBalancerAttributes: (w, q) => ({ Attributes: pairs(balancer(w, q)?.attributes) }),
  DescribeListeners: (w, q) => ({
    Listeners: (balancer(w, q)?.listeners ?? []).map((l, i) => ({
      ListenerArn: `${q.get('LoadBalancerArn')?.replace(':loadbalancer/', ':listener/')}/${i}`,
      Protocol: l.protocol,
      Port: l.port,
      DefaultActions: [actionOf(w, l.default)],
    })),
  }),
  DescribeRules: (w, q) => {
    const [head = '', i] = (q.get('ListenerArn') ?? '').split(/\/(?=[^/]+$)/)
    const found = w.all('loadBalancer').find(([, b]) => b.arn === head.replace(':listener/', ':loadbalancer/'))
    const listener = found?.[1].listeners[Number(i)]
    return {
      Rules: (listener?.rules ?? []).map((r) => ({
        Priority: r.priority,
        Conditions: [],
        Actions: [actionOf(w, r.action)],
        IsDefault: false,
      })),
    }
  },
  DescribeTargetGroups: (w) => ({
    TargetGroups: w.all('targetGroup').map(([id, g]) => ({
      TargetGroupArn: g.arn,
      TargetGroupName: g.name,
      TargetType: g.targetType,
      Protocol: g.protocol,
      Port: g.port,
      VpcId: w.id(g.vpc),
      LoadBalancerArns: w.all('loadBalancer').flatMap(([, b]) => (b.arn && uses(b, id) ? [b.arn] : [])),
      HealthCheckProtocol: g.healthCheck.healthCheckProtocol,
      HealthCheckPort: g.healthCheck.healthCheckPort,
      HealthCheckPath: g.healthCheck.healthCheckPath,
    })),
  }),
  DescribeTargetGroupAttributes: (w, q) => ({ Attributes: pairs(group(w, q)?.attributes) }),
  DescribeTargetHealth: (w, q) => ({
    TargetHealthDescriptions: (group(w, q)?.targets ?? []).map((t) => ({
      Target: { Id: t.id, Port: t.port, AvailabilityZone: t.availabilityZone },
      TargetHealth: { State: t.health?.state, Reason: t.health?.reason },
    })),
  }),
  DescribeTags: (_, q) => ({
    TagDescriptions: listed(q, 'ResourceArns').map((ResourceArn) => ({ ResourceArn, Tags: [] })),
  }),
}

function zoneOf(w: World, subnet: string): string | undefined {
  const found = w.get(subnet)
  return found?.kind === 'subnet' ? found.availabilityZone : undefined
}

const wanted = (list: string[], value: string | undefined) =>
  list.length === 0 || (value !== undefined && list.includes(value))

const balancer = (w: World, q: URLSearchParams) =>
  w.all('loadBalancer').find(([, b]) => b.arn === q.get('LoadBalancerArn'))?.[1]

const group = (w: World, q: URLSearchParams) =>
  w.all('targetGroup').find(([, g]) => g.arn === q.get('TargetGroupArn'))?.[1]

const pairs = (values: Record<string, string> | undefined): Value =>
  Object.entries(values ?? {}).map(([Key, Value]) => ({ Key, Value }))

const uses = (b: ResourceOf<'loadBalancer'>, groupId: string): boolean =>
  b.listeners
    .flatMap((l) => [l.default, ...(l.rules ?? []).map((r) => r.action)])
    .some((a) => a.type === 'forward' && a.targetGroups.some((t) => t.targetGroup === groupId))

function actionOf(w: World, action: Action): Value {
  if (action.type === 'fixed-response')
    return { Type: 'fixed-response', FixedResponseConfig: { StatusCode: action.statusCode, MessageBody: action.body } }
  if (action.type === 'redirect') return { Type: 'redirect', RedirectConfig: {} }
  const groups = action.targetGroups.map((t) => ({ TargetGroupArn: w.arn(t.targetGroup), Weight: t.weight }))
  return { Type: 'forward', TargetGroupArn: groups[0]?.TargetGroupArn, ForwardConfig: { TargetGroups: groups } }
}
