import type { Kind } from './kinds'

/** A key, or `*` for each element of a list or entry of a record. */
export type Step = string

/** A field that holds logical ids. */
export interface RefField {
  steps: Step[]
  kinds: Kind[]
  /** Words that may stand in the field without being a reference ("local", "internet"). */
  words: string[]
  /** True when the field may also hold something that is no reference (a CIDR beside a prefix list). */
  open: boolean
}

export interface KindFields {
  /** Top-level fields in the order of the schema. */
  fields: string[]
  references: RefField[]
}
