import type { Hole, Resource } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import { once } from './batch'
import type { Clients } from './clients'
import type { Reach } from './connection'
import type { Follow } from './follow'
import type { Survey } from './survey'

/** Reads one thing into the survey. False: AWS has no such thing here. @throws what the read threw */
export type Visit = (id: string) => Promise<boolean>

/** A collector prepares, for one account and region, the visits of its kind: batches and lists live in its closure. */
export type Collector = (site: Site) => Visit

export type Sight = 'found' | 'absent' | 'unread'

/** By `GROUP ADDRESS`: the interfaces that hold a target's address, or why nobody could look. */
export type Sightings = Map<string, { vpc: string; says: string }[] | Hole>

export interface Inspection {
  sightings: Sightings
  survey: Survey
  follow: Follow
  sites: Site[]
  /** Says what is being read. */
  progress: (kind: Kind, id: string) => void
}

/** An account in a region while an inspection runs. */
export class Site {
  readonly clients: Clients
  readonly survey: Survey
  readonly #visits = new Map<Kind, Visit>()
  readonly #shared = new Map<object, unknown>()

  constructor(
    readonly reach: Reach,
    readonly inspection: Inspection,
    private readonly collectors: Partial<Record<Kind, Collector>>,
  ) {
    this.clients = reach.clients
    this.survey = inspection.survey
  }

  /** What every resource of this place carries. */
  get place(): { account: string; region: string } {
    return { account: this.reach.accountId, region: this.reach.region }
  }

  /** One value per place, made when first asked for: a list or a batch that several collectors share. */
  shared<T>(make: (site: Site) => T): T {
    if (!this.#shared.has(make)) this.#shared.set(make, make(this))
    return this.#shared.get(make) as T
  }

  add(id: string, resource: Resource): void {
    this.survey.add(id, resource)
  }

  /** Whether this place has the thing; reads it on the first call. */
  read(kind: Kind, id: string): Promise<boolean> {
    const known = this.#visits.get(kind)
    if (known) return known(id)
    const visit = once(this.collectors[kind]?.(this) ?? nothing)
    this.#visits.set(kind, visit)
    return visit(id)
  }

  /** Looks for something here first, then in the other places of the region, and waits for what is found of it. */
  async seek(kind: Kind, id: string, region: string = this.reach.region): Promise<Sight> {
    const own = region === this.reach.region ? await sightOf(this, kind, id) : 'absent'
    if (own === 'found') return own
    const others = this.inspection.sites.filter((s) => s !== this && s.reach.region === region)
    const sights = await Promise.all(others.map((s) => sightOf(s, kind, id)))
    if (sights.includes('found')) return 'found'
    return own === 'unread' || sights.includes('unread') ? 'unread' : 'absent'
  }

  /** Has something read, without waiting for it. */
  see(kind: Kind, id: string | undefined, region?: string): void {
    if (id !== undefined && id !== '') this.inspection.follow.run(() => this.seek(kind, id, region))
  }
}

const nothing: Visit = async () => false

async function sightOf(site: Site, kind: Kind, id: string): Promise<Sight> {
  try {
    site.inspection.progress(kind, id)
    return (await site.read(kind, id)) ? 'found' : 'absent'
  } catch (error) {
    site.survey.unread(id.startsWith('arn:') ? site.survey.idOfArn(id) : id, error)
    return 'unread'
  }
}
