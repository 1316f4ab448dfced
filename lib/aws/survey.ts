import type { Why } from '@/lib/known/known'
import type { Hole, Resource, TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import type { Reach } from './connection'
import { failureOf } from './failure'
import { readOperations } from './operations'

type Draft = Resource & { notVisible?: Hole[] }

/**
 * What an inspection has found so far. Logical ids are physical ids, or names where AWS gives only an ARN; a second
 * resource of the same name gets the end of its ARN.
 */
export class Survey {
  readonly resources = new Map<string, Draft>()
  readonly blindSpots: { resource: string; path: string; permission?: string; says: string }[] = []
  readonly #idOfArn = new Map<string, string>()
  readonly #unseen = new Map<string, { kind: Kind; why: Why; ask: string; permission?: string }[]>()

  constructor(readonly reaches: readonly Reach[]) {
    for (const reach of reaches)
      this.resources.set(reach.accountId, {
        kind: 'account',
        accountId: reach.accountId,
        physicalId: reach.accountId,
        name: reach.accountId,
      })
  }

  /** The logical id of what only an ARN names: its name, or name and hash when the name is taken. */
  idOfArn(arn: string): string {
    const before = this.#idOfArn.get(arn)
    if (before) return before
    const parts = (arn.split(':').at(-1) ?? arn).split('/')
    // loadbalancer/net/NAME/HASH, targetgroup/NAME/HASH, service/CLUSTER/NAME
    const name = /^(loadbalancer|targetgroup)/.test(arn.split(':').slice(5).join(':'))
      ? (parts.at(-2) ?? arn)
      : (parts.at(-1) ?? arn)
    const taken = [...this.#idOfArn.values()].includes(name) || this.resources.has(name)
    const id = taken ? `${name}-${parts.at(-1)}` : name
    this.#idOfArn.set(arn, id)
    return id
  }

  add<R extends Resource>(id: string, resource: R): R {
    const before = this.resources.get(id)
    const holes = [...(before?.notVisible ?? []), ...(resource.notVisible ?? [])].filter((h) => h.path !== '')
    this.resources.set(id, holes.length > 0 ? { ...resource, notVisible: holes } : resource)
    return resource
  }

  /** Where a resource stands: account and region of the connection that saw it. */
  place(reach: Reach): { account: string; region: string } {
    return { account: reach.accountId, region: reach.region }
  }

  has(id: string): boolean {
    return this.resources.has(id)
  }

  /** A part of a resource that could not be read, by the error that said so. */
  hole(id: string, path: string, operation: string, error: unknown): void {
    const { why, code } = failureOf(error)
    const permission = readOperations[operation]
    const hole: Hole = {
      path,
      why: why === 'gone' ? 'failed' : why,
      ask: askFor(operation, why, code),
      ...(why === 'accessDenied' && permission ? { permission } : {}),
    }
    this.blindSpots.push({
      resource: id,
      path,
      says: hole.ask,
      ...(hole.permission ? { permission: hole.permission } : {}),
    })
    const resource = this.resources.get(id)
    if (resource) this.resources.set(id, { ...resource, notVisible: [...(resource.notVisible ?? []), hole] })
  }

  /** A kind that could not be looked for at all in an account and region. */
  unseen(reach: Reach, kind: Kind, operation: string, error: unknown): void {
    const { why, code } = failureOf(error)
    const permission = readOperations[operation]
    const key = `${reach.accountId}/${reach.region}`
    const entry = {
      kind,
      why: why === 'gone' ? ('failed' as const) : why,
      ask: askFor(operation, why, code),
      ...(why === 'accessDenied' && permission ? { permission } : {}),
    }
    this.#unseen.set(key, [...(this.#unseen.get(key) ?? []), entry])
    this.blindSpots.push({
      resource: reach.accountId,
      path: kind,
      says: entry.ask,
      ...(permission ? { permission } : {}),
    })
  }

  /** A resource that something names and no connection knows. */
  stub(id: string, kind: 'vpcEndpoint' | 'vpc' | 'restApi' | 'securityGroup' | 'loadBalancer', says: string): void {
    if (this.resources.has(id)) return
    const hole: Hole = { path: '', why: 'notInspected', ask: says }
    this.resources.set(id, { ...blank[kind], physicalId: id, notVisible: [hole] } as Draft)
  }

  document(name: string): TopologyDocument {
    const seen = this.reaches.map((reach) => {
      const except = this.#unseen.get(`${reach.accountId}/${reach.region}`)
      return { ...this.place(reach), kinds: [...collectedKinds], ...(except ? { except } : {}) }
    })
    return { schemaVersion: 1, name, resources: Object.fromEntries(this.resources), layout: {}, seen }
  }
}

/** The kinds of which an inspection can say that no other exists along the chain. */
const collectedKinds: Kind[] = [
  'vpc',
  'subnet',
  'routeTable',
  'networkAcl',
  'securityGroup',
  'vpcPeeringConnection',
  'hostedZone',
  'resolverRule',
  'instance',
  'vpcEndpoint',
  'domainName',
  'restApi',
  'webAcl',
  'vpcLink',
  'loadBalancer',
  'targetGroup',
  'ecsService',
]

const blank = {
  vpcEndpoint: {
    kind: 'vpcEndpoint',
    vpc: 'not-visible',
    serviceName: '',
    state: '',
    privateDnsEnabled: false,
    securityGroups: [],
    networkInterfaces: [],
  },
  vpc: { kind: 'vpc', cidrBlocks: [], enableDnsSupport: false, enableDnsHostnames: false },
  restApi: { kind: 'restApi', endpointConfiguration: { type: 'PRIVATE' }, resources: {}, deployments: {}, stages: {} },
  securityGroup: { kind: 'securityGroup', vpc: 'not-visible', ipPermissions: [], ipPermissionsEgress: [] },
  loadBalancer: {
    kind: 'loadBalancer',
    type: 'network',
    scheme: 'internal',
    vpc: 'not-visible',
    state: '',
    availabilityZones: [],
    listeners: [],
  },
} as const

function askFor(operation: string, why: string, code: string): string {
  const permission = readOperations[operation] ?? operation
  switch (why) {
    case 'accessDenied':
      return `AWS refused ${operation} (${code}). Allow ${permission} to the role that reads.`
    case 'throttled':
      return `AWS throttled ${operation}. Read again.`
    default:
      return `${operation} did not answer (${code}). Read again.`
  }
}
