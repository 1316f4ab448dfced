import type { Hole, Resource, TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import { referencesOf } from '@/lib/topology/references'
import { validate } from '@/lib/topology/validate'
import type { Reach } from './connection'
import { holeOf } from './holes'
import { idPartsOf } from './ids'

/**
 * What an inspection has found so far. Logical ids are physical ids, or names where AWS gives only an ARN; a second
 * resource of the same name gets the end of its ARN too.
 */
export class Survey {
  readonly resources = new Map<string, Resource>()
  readonly #idOfArn = new Map<string, string>()
  readonly #taken = new Set<string>()
  readonly #named = new Map<string, { kind: Kind; region: string }>()
  readonly #subnets = new Map<string, { vpc: string; availabilityZone?: string }>()
  readonly #unread = new Map<string, Hole>()
  readonly #unseen = new Map<string, Map<Kind, Hole>>()

  constructor(readonly reaches: readonly Reach[]) {
    for (const { accountId } of reaches) this.account(accountId)
  }

  /** The logical id of an account, which is its number. */
  account(accountId: string): string {
    this.#taken.add(accountId)
    if (!this.resources.has(accountId)) this.resources.set(accountId, { kind: 'account', accountId })
    return accountId
  }

  /** The logical id of what only an ARN names. */
  idOfArn(arn: string): string {
    const before = this.#idOfArn.get(arn)
    if (before) return before
    const { name, unique } = idPartsOf(arn)
    const id = [name, unique, arn].find((word) => !this.#taken.has(word)) ?? arn
    this.#taken.add(id)
    this.#idOfArn.set(arn, id)
    return id
  }

  add(id: string, resource: Resource): void {
    this.#taken.add(id)
    this.resources.set(id, resource)
  }

  has(id: string): boolean {
    return this.resources.has(id)
  }

  /** Something that text names (a policy, a URI): it stands in the document even where nobody could read it. */
  name(kind: Kind, id: string, region: string): void {
    if (!this.#named.has(id)) this.#named.set(id, { kind, region })
  }

  /** Where a subnet lies, told by something in it: known even where the subnet itself cannot be read. */
  subnetIn(vpc: string, subnet: string, availabilityZone?: string): void {
    const before = this.#subnets.get(subnet)
    this.#subnets.set(subnet, { ...before, vpc, ...(availabilityZone === undefined ? {} : { availabilityZone }) })
  }

  /** A resource that a connection should know and could not read. */
  unread(id: string, error: unknown): void {
    this.#unread.set(id, holeOf('', error))
  }

  /** A kind that could not be looked for at all in an account and region. */
  unseen({ accountId, region }: Reach, kind: Kind, error: unknown): void {
    const key = `${accountId}/${region}`
    const kinds = this.#unseen.get(key) ?? new Map<Kind, Hole>()
    kinds.set(kind, holeOf('', error))
    this.#unseen.set(key, kinds)
  }

  /** The document, with a resource for whatever is named and was not read. @throws when it is no topology */
  document(name: string): TopologyDocument {
    this.#standIns()
    const seen = this.reaches.map(({ accountId, region }) => {
      const except = [...(this.#unseen.get(`${accountId}/${region}`) ?? [])].map(([kind, { path: _, ...hole }]) => ({
        kind,
        ...hole,
      }))
      return { account: accountId, region, kinds: [...collectedKinds], ...(except.length > 0 ? { except } : {}) }
    })
    const resources = Object.fromEntries(this.resources)
    const result = validate({ schemaVersion: 1, name, resources, layout: {}, seen })
    if (result.ok) return result.document
    throw new Error(`The inspection is no topology:\n${result.errors.map((e) => `${e.path}: ${e.message}`).join('\n')}`)
  }

  #standIns(): void {
    for (const [id, { kind, region }] of this.#named) this.#standIn(kind, id, { region })
    for (const resource of [...this.resources.values()])
      for (const { to, kinds } of referencesOf(resource)) {
        const [kind] = kinds
        if (kind !== undefined && !to.includes('${')) this.#standIn(kind, to, {})
      }
  }

  #standIn(kind: Kind, id: string, place: { region?: string }): void {
    if (this.resources.has(id)) return
    const hole = this.#unread.get(id) ?? { path: '', why: 'notInspected', ask: unknownTo(id) }
    const known = kind === 'subnet' ? this.#subnets.get(id) : undefined
    const told = known ? Object.keys(known) : []
    const notVisible = known
      ? subnetFields.filter((field) => !told.includes(field)).map((field) => ({ ...hole, path: `/${field}` }))
      : [hole]
    // Fields that a hole hides may be absent; validating the document fills them.
    this.resources.set(id, { kind, physicalId: id, ...place, ...known, notVisible } as Resource)
  }
}

const subnetFields = ['cidrBlock', 'availabilityZone', 'availabilityZoneId', 'routeTable', 'networkAcl']

const unknownTo = (id: string) =>
  `No connection that was read knows ${id}. Add a connection to its account, or state what it is.`

/** The kinds of which an inspection can say that no other exists along the chain. */
const collectedKinds: Kind[] = [
  'vpc',
  'subnet',
  'routeTable',
  'networkAcl',
  'securityGroup',
  'managedPrefixList',
  'gateway',
  'vpcPeeringConnection',
  'hostedZone',
  'resolverRule',
  'instance',
  'vpcEndpoint',
  'domainName',
  'restApi',
  'usagePlan',
  'webAcl',
  'vpcLink',
  'loadBalancer',
  'targetGroup',
  'ecsService',
]
