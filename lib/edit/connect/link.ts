import type { Resource, TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import type { Change } from '../change'
import type { Shape } from '../fields/shape'

/** The one thing (or few) that an arrow needs beside its two ends. */
export interface Ask {
  id: string
  title: string
  shape: Shape
  value: unknown
}

/** One way to draw an arrow from a resource to another: the reference that it sets. */
export interface Link {
  id: string
  title: string
  asks: Ask[]
  make(answers: Readonly<Record<string, unknown>>): Change
}

export interface Ends {
  document: TopologyDocument
  from: string
  to: string
  source: Resource
  target: Resource
}

/** An arrow that sets more than one plain reference. */
export interface Joiner {
  from: Kind
  to: Kind
  links(ends: Ends): Link[] | string
}
