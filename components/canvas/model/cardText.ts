import type { Resource, ResourceOf } from '@/lib/topology/document'
import { equal } from '@/lib/topology/patch'
import { policyWord } from './policyWord'

/** The two lines under a card's name: what identifies it, in mono, and one fact of its kind. */
export interface CardText {
  ident: string
  fact: string
}

export function cardText(resource: Resource, id: string): CardText {
  const own = resource.physicalId ?? id
  switch (resource.kind) {
    case 'instance':
      return { ident: own, fact: resource.privateIpAddress }
    case 'client':
      return { ident: resource.address ?? own, fact: clientFact(resource) }
    case 'loadBalancer':
      return { ident: hashOf(resource) ?? own, fact: loadBalancerFact(resource) }
    case 'targetGroup':
      return {
        ident: `${resource.targets.length} × ${resource.targetType} · ${resource.protocol} ${resource.port}`,
        fact: healthFact(resource),
      }
    case 'vpcEndpoint':
      return {
        ident: own,
        fact: `${resource.privateDnsEnabled ? 'Private DNS' : 'No private DNS'} · ${policyWord(resource.policyDocument?.text, 'policy any')}`,
      }
    case 'restApi':
      return { ident: own, fact: apiFact(resource) }
    case 'vpcLink':
      return { ident: own, fact: `${resource.version} · ${resource.status}` }
    case 'ecsService':
      return {
        ident: `desired ${resource.desiredCount} · running ${resource.runningCount}`,
        fact: `${portsOf(resource.loadBalancers.map((l) => l.containerPort))} · ${resource.cluster}`,
      }
    case 'securityGroup':
      return { ident: own, fact: ingressFact(resource) }
    case 'httpEndpoint':
      return {
        ident: resource.addresses?.[0] ?? portsOf(resource.software?.listens.map((l) => l.port) ?? []),
        fact: 'outside this topology',
      }
    case 'domainName':
      return {
        ident: resource.domainNameId ?? own,
        fact: `${resource.domainNameStatus ?? resource.type} · ${resource.basePathMappings.length} mapped`,
      }
    case 'lambdaFunction':
      return { ident: own, fact: resource.subnets?.length ? 'in the VPC' : 'outside every VPC' }
    case 'resolverEndpoint':
      return { ident: own, fact: `${resource.addresses.length} addresses` }
    case 'network':
      return {
        ident: resource.cidrs.join(', '),
        fact: resource.link === 'directConnect' ? 'Direct Connect' : 'Site-to-Site VPN',
      }
    default:
      return { ident: own, fact: '' }
  }
}

const clientFact = (client: ResourceOf<'client'>) =>
  client.place === 'internet'
    ? 'on the internet'
    : client.tunnel
      ? `tunnel ${client.tunnel.listens}`
      : 'calls from here'

/** The 16 characters that AWS puts at the end of a load balancer's name. */
function hashOf(lb: ResourceOf<'loadBalancer'>): string | undefined {
  return lb.arn?.split('/').at(-1) ?? lb.dnsName?.match(/-([0-9a-f]{16})\./)?.[1]
}

function loadBalancerFact(lb: ResourceOf<'loadBalancer'>): string {
  const protocol = lb.listeners[0]?.protocol ?? 'no listener'
  const zones = lb.availabilityZones.length
  const ports = lb.listeners.map((l) => l.port)
  const shown = ports.length > 3 ? `${ports.length} ports` : ports.join(', ')
  return `${protocol} ${shown} · ${zones} ${zones === 1 ? 'zone' : 'zones'}`
}

function healthFact(group: ResourceOf<'targetGroup'>): string {
  if (group.targets.length === 0) return 'no targets'
  const healthy = group.targets.filter((t) => t.health?.state === 'healthy').length
  const told = group.targets.some((t) => t.health !== undefined)
  return told ? `${healthy} of ${group.targets.length} healthy` : 'health not known'
}

function apiFact(api: ResourceOf<'restApi'>): string {
  const stages = Object.keys(api.stages)
  const policy = policyWord(api.policy?.text, 'no policy')
  if (stages.length === 0) return `not deployed · ${policy}`
  const stage = stages.length === 1 ? stages[0] : `${stages.length} stages`
  return `${stage} · ${savedDiffers(api) ? 'saved differs' : policy}`
}

/** Whether a stage serves something else than what is saved. */
function savedDiffers(api: ResourceOf<'restApi'>): boolean {
  return Object.values(api.stages).some((stage) => {
    const deployed = api.deployments[stage.deploymentId]?.api
    return deployed !== undefined && !(equal(deployed.policy, api.policy) && equal(deployed.resources, api.resources))
  })
}

function ingressFact(group: ResourceOf<'securityGroup'>): string {
  const [rule, ...more] = group.ipPermissions
  if (!rule) return 'lets nothing in'
  const port =
    rule.ipProtocol === '-1'
      ? 'all'
      : rule.fromPort === rule.toPort
        ? `${rule.ipProtocol.toUpperCase()} ${rule.fromPort}`
        : `${rule.ipProtocol.toUpperCase()} ${rule.fromPort}–${rule.toPort}`
  const sources = [...(rule.cidrs ?? []), ...(rule.groups ?? []), ...(rule.prefixLists ?? [])]
  if (more.length > 0 || sources.length > 1) return `${more.length + 1} rules in, ${port} first`
  return `${port} from ${sources[0] ?? 'nowhere'}`
}

const portsOf = (ports: number[]) => (ports.length === 0 ? 'no port' : `Port ${[...new Set(ports)].join(', ')}`)
