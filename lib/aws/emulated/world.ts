import { isOf, type Resource, type ResourceOf, type TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'

/** What one account shows in one region of an emulated AWS that holds a topology. */
export class World {
  constructor(
    readonly doc: TopologyDocument,
    readonly account: string,
    readonly region: string,
  ) {}

  /** The id by which AWS knows a resource. */
  id(logicalId: string): string {
    return this.doc.resources[logicalId]?.physicalId ?? logicalId
  }

  arn(logicalId: string): string {
    return this.doc.resources[logicalId]?.arn ?? logicalId
  }

  get(logicalId: string | undefined): Resource | undefined {
    return logicalId === undefined ? undefined : this.doc.resources[logicalId]
  }

  /** The resources of a kind in this account, by AWS's id. */
  all<K extends Kind>(kind: K): [string, ResourceOf<K>][] {
    const found: [string, ResourceOf<K>][] = []
    for (const [id, r] of Object.entries(this.doc.resources))
      if (isOf(r, kind) && r.account === this.account && (r.region ?? this.region) === this.region)
        found.push([this.id(id), r])
    return found
  }

  vpcOf(subnet: string): string {
    const found = this.get(subnet)
    return found?.kind === 'subnet' ? this.id(found.vpc) : ''
  }
}

/** What an operation answers, or which error of AWS it gives. */
export class AwsError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
  ) {
    super(code)
  }
}
