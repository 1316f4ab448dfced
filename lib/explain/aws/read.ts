import { isRecord, jsonIn } from '../paste/json'
import type { AwsFacts, Rule } from './facts'

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const bool = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
const records = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : [])
const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []

/** Reads an object of an answer; answers with what it says, nothing for what it is not about. */
type AwsReader = (value: Record<string, unknown>) => AwsFacts

/**
 * What answers of `aws …` say, by their shape, so that the command need not be pasted with them. API Gateway's fields
 * begin with a small letter, those of EC2 and of the load balancers with a capital one.
 */
export function readAws(pasted: string): AwsFacts {
  const facts: AwsFacts = {}
  if (/\(NotFoundException\)[^\n]{0,120}(?:GetRestApi|GetStages?|GetResources|Invalid API identifier)/.test(pasted))
    facts.noApi = true
  for (const value of jsonIn(pasted)) visit(value, facts, 0)
  return facts
}

const depthMax = 6

function visit(value: unknown, facts: AwsFacts, depth: number): void {
  if (depth > depthMax) return
  if (Array.isArray(value)) for (const inner of value.slice(0, 200)) visit(inner, facts, depth + 1)
  if (!isRecord(value)) return
  for (const read of readers) Object.assign(facts, combined(facts, read(value)))
  // The methods of a whole API say nothing about the one that is called.
  for (const [key, inner] of Object.entries(value))
    if (typeof inner === 'object' && key !== 'resourceMethods') visit(inner, facts, depth + 1)
}

/** Lists of several answers add up; of single facts the later counts. */
function combined(a: AwsFacts, b: AwsFacts): AwsFacts {
  return {
    ...b,
    ...(a.inbound && b.inbound ? { inbound: [...a.inbound, ...b.inbound] } : {}),
    ...(a.outbound && b.outbound ? { outbound: [...a.outbound, ...b.outbound] } : {}),
    ...(a.targets && b.targets ? { targets: [...a.targets, ...b.targets] } : {}),
    ...(a.listenerPorts && b.listenerPorts ? { listenerPorts: [...a.listenerPorts, ...b.listenerPorts] } : {}),
  }
}

const readers: AwsReader[] = [
  stages,
  restApi,
  method,
  integration,
  resources,
  vpcLink,
  vpcEndpoint,
  securityGroup,
  groupRules,
  targetHealth,
  listener,
  loadBalancer,
  attributes,
  instances,
  domain,
  caller,
]

const withValue = <K extends keyof AwsFacts>(key: K, value: AwsFacts[K] | undefined): AwsFacts =>
  value === undefined ? {} : { [key]: value }

function stages(v: Record<string, unknown>): AwsFacts {
  const listed = records(v.item).flatMap((s) => text(s.stageName) ?? [])
  return listed.length > 0 ? { stages: listed } : Array.isArray(v.item) && v.item.length === 0 ? { stages: [] } : {}
}

function restApi(v: Record<string, unknown>): AwsFacts {
  const types = isRecord(v.endpointConfiguration) ? strings(v.endpointConfiguration.types) : []
  if (types.length === 0 && !('disableExecuteApiEndpoint' in v)) return {}
  return {
    ...(types.length > 0 ? { endpointTypes: types } : {}),
    ...withValue('disableExecuteApiEndpoint', bool(v.disableExecuteApiEndpoint)),
    ...withValue('resourcePolicy', text(v.policy)?.replaceAll('\\"', '"')),
  }
}

function method(v: Record<string, unknown>): AwsFacts {
  if (!('apiKeyRequired' in v) && !('authorizationType' in v)) return {}
  return {
    ...withValue('apiKeyRequired', bool(v.apiKeyRequired)),
    ...withValue('authorizationType', text(v.authorizationType)),
  }
}

function integration(v: Record<string, unknown>): AwsFacts {
  if (!/^(?:HTTP|HTTP_PROXY|AWS|AWS_PROXY|MOCK)$/.test(text(v.type) ?? '') || !('uri' in v || 'timeoutInMillis' in v))
    return {}
  const parameters = isRecord(v.requestParameters)
    ? Object.fromEntries(
        Object.entries(v.requestParameters).flatMap(([k, p]) => (typeof p === 'string' ? [[k, p]] : [])),
      )
    : undefined
  return {
    ...withValue('integrationUri', text(v.uri)),
    ...withValue('integrationType', text(v.type)),
    ...withValue('connectionType', text(v.connectionType)),
    ...withValue('timeoutInMillis', number(v.timeoutInMillis)),
    ...withValue('requestParameters', parameters),
  }
}

function resources(v: Record<string, unknown>): AwsFacts {
  const listed = records(v.items).filter((r) => text(r.path)?.startsWith('/'))
  if (listed.length === 0) return {}
  const found = listed.map((r) => [
    text(r.path) ?? '',
    isRecord(r.resourceMethods) ? Object.keys(r.resourceMethods) : [],
  ])
  return { resources: Object.fromEntries(found) }
}

function vpcLink(v: Record<string, unknown>): AwsFacts {
  const second = text(v.VpcLinkStatus)
  if (second !== undefined) return { vpcLinkStatus: second, vpcLinkVersion: text(v.VpcLinkVersion) ?? 'V2' }
  const first = /^(?:AVAILABLE|PENDING|DELETING|FAILED)$/.test(text(v.status) ?? '') ? text(v.status) : undefined
  return first !== undefined && ('targetArns' in v || 'statusMessage' in v)
    ? { vpcLinkStatus: first, vpcLinkVersion: 'V1' }
    : {}
}

function vpcEndpoint(v: Record<string, unknown>): AwsFacts {
  if (!('VpcEndpointId' in v) && !('PrivateDnsEnabled' in v)) return {}
  return {
    ...withValue('vpcEndpointState', text(v.State)?.toLowerCase()),
    ...withValue('privateDnsEnabled', bool(v.PrivateDnsEnabled)),
    ...withValue('endpointPolicy', text(v.PolicyDocument)),
  }
}

function ruleOf(p: Record<string, unknown>): Rule {
  const from = number(p.FromPort)
  const to = number(p.ToPort)
  return {
    protocol: text(p.IpProtocol) ?? '-1',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    cidrs: [...records(p.IpRanges), ...records(p.Ipv6Ranges)].flatMap((r) => text(r.CidrIp) ?? text(r.CidrIpv6) ?? []),
    groups: records(p.UserIdGroupPairs).flatMap((g) => text(g.GroupId) ?? []),
  }
}

function securityGroup(v: Record<string, unknown>): AwsFacts {
  return {
    ...(Array.isArray(v.IpPermissions) ? { inbound: records(v.IpPermissions).map(ruleOf) } : {}),
    ...(Array.isArray(v.IpPermissionsEgress) ? { outbound: records(v.IpPermissionsEgress).map(ruleOf) } : {}),
  }
}

function groupRules(v: Record<string, unknown>): AwsFacts {
  if (!Array.isArray(v.SecurityGroupRules)) return {}
  const rules = records(v.SecurityGroupRules)
  const read = (egress: boolean) =>
    rules
      .filter((r) => r.IsEgress === egress)
      .map((r): Rule => {
        const cidr = text(r.CidrIpv4) ?? text(r.CidrIpv6)
        const group = isRecord(r.ReferencedGroupInfo) ? text(r.ReferencedGroupInfo.GroupId) : undefined
        return { ...ruleOf(r), cidrs: cidr === undefined ? [] : [cidr], groups: group === undefined ? [] : [group] }
      })
  return { inbound: read(false), outbound: read(true) }
}

function targetHealth(v: Record<string, unknown>): AwsFacts {
  if (!Array.isArray(v.TargetHealthDescriptions)) return {}
  const targets = records(v.TargetHealthDescriptions).map((d) => {
    const health = isRecord(d.TargetHealth) ? d.TargetHealth : {}
    const id = isRecord(d.Target) ? text(d.Target.Id) : undefined
    const reason = text(health.Reason)
    return {
      state: text(health.State) ?? 'unknown',
      ...(id === undefined ? {} : { id }),
      ...(reason === undefined ? {} : { reason }),
    }
  })
  return { targets }
}

function listener(v: Record<string, unknown>): AwsFacts {
  if (!Array.isArray(v.Listeners)) return {}
  return { listenerPorts: records(v.Listeners).flatMap((l) => number(l.Port) ?? []) }
}

function loadBalancer(v: Record<string, unknown>): AwsFacts {
  if (!('LoadBalancerName' in v) && !('EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic' in v)) return {}
  return {
    ...withValue('enforcesGroups', text(v.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic)),
    balancerHasGroups: strings(v.SecurityGroups).length > 0,
  }
}

function attributes(v: Record<string, unknown>): AwsFacts {
  if (v.Key === 'load_balancing.cross_zone.enabled') return withValue('crossZone', text(v.Value))
  return v.Key === 'preserve_client_ip.enabled' ? withValue('preservesClientIp', text(v.Value)) : {}
}

function instances(v: Record<string, unknown>): AwsFacts {
  const found: AwsFacts = {}
  const listed = records(v.Instances).filter((i) => isRecord(i.Attributes) && 'AWS_INSTANCE_IPV4' in i.Attributes)
  if (listed.length > 0)
    found.discovered = listed.map((i) => {
      const address = isRecord(i.Attributes) ? text(i.Attributes.AWS_INSTANCE_IPV4) : undefined
      const health = text(i.HealthStatus)
      return { ...(address === undefined ? {} : { address }), ...(health === undefined ? {} : { health }) }
    })
  const tasks = records(v.tasks).filter((t) => t.lastStatus === 'RUNNING')
  if (Array.isArray(v.tasks)) found.runningTasks = tasks.flatMap(addressesOfTask)
  return found
}

const addressesOfTask = (task: Record<string, unknown>): string[] =>
  records(task.attachments).flatMap((a) =>
    records(a.details).flatMap((d) => (d.name === 'privateIPv4Address' ? (text(d.value) ?? []) : [])),
  )

function domain(v: Record<string, unknown>): AwsFacts {
  const found: AwsFacts = {}
  if (isRecord(v.mutualTlsAuthentication) && 'truststoreUri' in v.mutualTlsAuthentication) found.mutualTls = true
  const mapped = records(v.items).filter((m) => 'basePath' in m && 'restApiId' in m)
  if (mapped.length > 0)
    found.basePaths = mapped.map((m) => ({ basePath: text(m.basePath) ?? '', stage: text(m.stage) ?? '' }))
  return found
}

function caller(v: Record<string, unknown>): AwsFacts {
  return 'UserId' in v && 'Account' in v ? withValue('callerArn', text(v.Arn)) : {}
}
