import type { TopologyDocument } from '@/lib/topology/document'
import type { InvokeUrl } from '@/lib/urls/invokeUrl'

export interface ExportInput {
  document: TopologyDocument
  /** The calls to write, in order; those with an `outcome` carry what is predicted. */
  calls: readonly InvokeUrl[]
}

/** A format that a topology or its calls are written in. */
export interface ExportFormat {
  name: string
  says: string
  extension: string
  mediaType: string
  /** Whether the format is made of calls; the others are made of the document alone. */
  ofCalls: boolean
  write: (input: ExportInput) => string
}
