import { clients, instances } from '@/lib/network/perDocument'
import { vantageOf } from '@/lib/network/vantage'
import type { TopologyDocument } from '@/lib/topology/document'

/** Every place that the document says calls start from: its clients and instances. */
export const vantagesOf = (doc: TopologyDocument): string[] => [
  ...instances(doc).map(([id]) => id),
  ...clients(doc).map(([id]) => id),
]

/** The VPC that a vantage stands in. @throws VantageError for a word that names none */
export function vpcOfVantage(doc: TopologyDocument, vantage: string): string | undefined {
  const { asker } = vantageOf(doc, vantage)
  return typeof asker.in === 'object' && 'vpc' in asker.in ? asker.in.vpc : undefined
}
