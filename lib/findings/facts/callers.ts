import { apiHost } from '@/lib/naming/executeApi'
import { resolve } from '@/lib/network/dns'
import { awsId, clients, instances, networks, perDocument, restApis } from '@/lib/network/perDocument'
import { type Vantage, VantageError, vantageOf } from '@/lib/network/vantage'
import type { TopologyDocument } from '@/lib/topology/document'

/** Every place that calls start from. */
export const vantages = perDocument((doc): Vantage[] => {
  const places = new Set(clients(doc).map(([, client]) => client.place))
  const words = [...instances(doc), ...clients(doc), ...networks(doc).filter(([id]) => !places.has(id))]
  return words.flatMap(([id]) => placed(doc, id))
})

function placed(doc: TopologyDocument, id: string): Vantage[] {
  try {
    const vantage = vantageOf(doc, id)
    return vantage.asker.unread || vantage.points.some((p) => p.unread) ? [] : [vantage]
  } catch (error) {
    if (error instanceof VantageError) return []
    throw error
  }
}

/** A caller whose resolver surely leads the names of private APIs to an endpoint. */
export interface LedTo {
  vantage: Vantage
  endpoint: string
  apis: string[]
  /** One of the names. */
  host: string
}

export const ledToEndpoints = perDocument((doc): LedTo[] => {
  const found = new Map<string, LedTo>()
  const privates = restApis(doc).filter(([, api]) => api.endpointConfiguration.type === 'PRIVATE')
  for (const vantage of vantages(doc))
    for (const [api, { region = '' }] of privates) {
      const host = apiHost(awsId(doc, api), region)
      const { verdict, destination } = resolve(doc, vantage.asker, host)
      if (verdict !== 'pass' || destination?.to !== 'endpoint') continue
      const key = `${vantage.resource} ${destination.id}`
      const same = found.get(key) ?? { vantage, endpoint: destination.id, apis: [], host }
      same.apis.push(api)
      found.set(key, same)
    }
  return [...found.values()]
})
