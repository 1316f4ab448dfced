import type { TopologyDocument } from '@/lib/topology/document'
import type { Operation } from '@/lib/topology/patch'

/** What one operation means to AWS, done and undone. */
export interface Step {
  command: string
  undo?: string
}

export type Commands = (doc: TopologyDocument, after: TopologyDocument, id: string, operation: Operation) => Step[]
