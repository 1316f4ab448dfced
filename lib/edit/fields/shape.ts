import type { Kind } from '@/lib/topology/kinds'

/** What a field holds, as far as a form needs to know it. */
export type Shape =
  | TextShape
  | { type: 'number'; whole?: true; min?: number; max?: number; format?: string }
  | { type: 'boolean' }
  | { type: 'choice'; words: string[] }
  | { type: 'list'; of: Shape }
  | { type: 'map'; of: Shape }
  | ObjectShape
  | { type: 'either'; of: Shape[] }
  | { type: 'any' }

export interface TextShape {
  type: 'text'
  /** Kinds of resource that it names by logical id. */
  ref?: Kind[]
  /** An address or a block of addresses. */
  format?: string
  /** May hold `${LOGICALID.field}`. */
  ids?: true
  policy?: true
  pattern?: string
  /** What the pattern wants, in words. */
  wants?: string
}

export interface ObjectShape {
  type: 'object'
  fields: Field[]
  /** Said by people: no AWS call shows it. */
  stated?: true
}

export interface Field {
  key: string
  shape: Shape
  optional?: true
}
