import { clients, instances, networks } from '@/lib/network/perDocument'
import { vantageOf } from '@/lib/network/vantage'
import type { TopologyDocument } from '@/lib/topology/document'

/**
 * Every place that the document says calls start from: its instances and clients, and networks in which no client is
 * drawn. Where it says nothing, the internet.
 */
export function vantagesOf(doc: TopologyDocument): string[] {
  const drawn = clients(doc)
  const places = new Set(drawn.map(([, client]) => client.place))
  const found = [...instances(doc), ...drawn, ...networks(doc).filter(([id]) => !places.has(id))].map(([id]) => id)
  return found.length > 0 ? found : ['internet']
}

/** The VPC that a vantage stands in. @throws VantageError for a word that names none */
export function vpcOfVantage(doc: TopologyDocument, vantage: string): string | undefined {
  const { asker } = vantageOf(doc, vantage)
  return typeof asker.in === 'object' && 'vpc' in asker.in ? asker.in.vpc : undefined
}
