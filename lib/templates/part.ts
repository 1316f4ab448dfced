import type { Resource } from '@/lib/topology/document'

/** Resources by logical id: what a piece of a chain adds. */
export type Part = Record<string, Resource>

/** Everything that stands in a region has its account (by logical id) and its region. */
export interface Owner {
  account: string
  region: string
}
