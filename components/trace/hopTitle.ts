import type { Resource, TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import type { Hop } from '@/lib/trace/trace'

/** The word at the head of a column, short enough for 104 px. */
const words: Partial<Record<Kind, string>> = {
  client: 'Client',
  instance: 'Client',
  network: 'On premises',
  loadBalancer: 'NLB',
  targetGroup: 'Targets',
  vpcEndpoint: 'Endpoint',
  restApi: 'API',
  vpcLink: 'VPC link',
  ecsService: 'Fargate',
  httpEndpoint: 'HTTP host',
  lambdaFunction: 'Lambda',
  domainName: 'Domain',
  otherApi: 'Other API',
}

export interface HopTitle {
  kind: string
  /** The end of the id or name, where names differ. */
  tail: string
  /** For a screen reader: nothing cut. */
  full: string
}

export function hopTitle(document: TopologyDocument, hop: Hop): HopTitle {
  const resource = document.resources[hop.resource]
  const kind = resource ? kindWord(resource) : (words[hop.kind] ?? hop.kind)
  const name = resource?.name ?? hop.resource
  const id = resource?.physicalId
  return { kind, tail: tailOf(resource, id ?? name), full: [kind, name, id].filter(Boolean).join(' ') }
}

function kindWord(resource: Resource): string {
  if (resource.kind === 'loadBalancer' && resource.type === 'application') return 'ALB'
  if (resource.kind === 'instance' && resource.software) return 'Instance'
  return words[resource.kind] ?? resource.kind
}

function tailOf(resource: Resource | undefined, id: string): string {
  if (resource?.kind === 'instance') return resource.privateIpAddress
  if (resource?.kind === 'client') return resource.address ?? id
  return id.length <= 13 ? id : `…${id.slice(-12)}`
}
