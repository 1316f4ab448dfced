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

/** A caller whose resolver surely leads the name of a private API to an endpoint. */
export interface LedTo {
  vantage: Vantage
  endpoint: string
  api: string
  host: string
}

export const ledToEndpoints = perDocument((doc): LedTo[] =>
  restApis(doc)
    .filter(([, api]) => api.endpointConfiguration.type === 'PRIVATE')
    .flatMap(([api, { region = '' }]) =>
      vantages(doc).flatMap((vantage) => {
        const host = apiHost(awsId(doc, api), region)
        const answer = resolve(doc, vantage.asker, host)
        return answer.verdict === 'pass' && answer.destination?.to === 'endpoint'
          ? [{ vantage, endpoint: answer.destination.id, api, host }]
          : []
      }),
    ),
)
