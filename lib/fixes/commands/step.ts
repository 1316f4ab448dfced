import type { TopologyDocument } from '@/lib/topology/document'
import type { Operation } from '@/lib/topology/patch'

/** What AWS shows while nobody has changed it: a read command and what it prints. */
export interface Reading {
  /** The thing that is read, as the words of a sentence begin. */
  of: string
  command: string
  expects: string
  /** `rows` is a table whose order means nothing, `words` is JSON or a value, in any order and spacing. */
  as: 'rows' | 'words'
}

/** One change of AWS, with what must be there before it is made. */
export interface Act {
  command: string
  /** Written before the command runs, which names it as `file://"$work"/NAME`. */
  file?: { name: string; text: string }
  reading?: Reading
  note?: string
}

/** What one operation means to AWS, done and undone. */
export interface Step {
  /** The resource in whose account it is done, where that is not the one that is changed. */
  at?: string
  does: Act
  undoes: Act
}

export type Commands = (doc: TopologyDocument, after: TopologyDocument, id: string, operation: Operation) => Step[]
