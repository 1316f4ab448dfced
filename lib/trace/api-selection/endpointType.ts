import type { TopologyDocument } from '@/lib/topology/document'
import { read } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { forbidden } from '../outcome'
import type { Entrance } from '../walk/next'

export const endpointType = defineCheck(
  'api-selection.endpoint-type',
  'https://repost.aws/knowledge-center/api-gateway-vpc-connections',
  {
    private: '{api} is private, and the call comes through an endpoint.',
    public: '{api} is {type}, and the call comes from the public side.',
    'public-behind-endpoint':
      '{api} is {type}, but private DNS led the call to {endpoint}, which serves private APIs only. Call it from a VPC without private DNS, or by a custom domain.',
    'other-behind-endpoint':
      '{api} is public, but the call comes through {endpoint}, which serves private REST APIs only. Call it from a VPC without private DNS, or by a custom domain.',
    'private-from-outside': '{api} is private: only an interface endpoint leads to it.',
    'not-visible': 'Whether {api} is private is not known.',
  },
)

/** An endpoint finds private APIs only, the public entrance all others. */
export function endpointTypeCheck(doc: TopologyDocument, id: string, entrance: Entrance): Finding {
  const configured = read<'PRIVATE' | 'REGIONAL' | 'EDGE'>(doc, id, '/endpointConfiguration/type')
  const fill = {
    api: link(doc, id, '/endpointConfiguration'),
    type: '',
    endpoint: entrance.endpoint === undefined ? '' : link(doc, entrance.endpoint),
  }
  if (!configured.known)
    return endpointType.unknown('not-visible', configured.missing, [forbidden], { fact: 'type not known', fill })
  const { value: type } = configured
  const parts = {
    fact: type.toLowerCase(),
    fill: { ...fill, type: type === 'EDGE' ? 'edge-optimised' : type.toLowerCase() },
    evidence: configured.evidence,
  }
  const inside = entrance.endpoint !== undefined
  if (inside === (type === 'PRIVATE')) return endpointType.pass(inside ? 'private' : 'public', parts)
  if (!inside) return endpointType.fail('private-from-outside', [forbidden], parts)
  return endpointType.fail('public-behind-endpoint', [forbidden], { ...parts, resource: entrance.endpoint })
}

/** HTTP and WebSocket APIs are public: behind an endpoint they are not found. */
export const otherTypeCheck = (doc: TopologyDocument, id: string, endpoint: string): Finding =>
  endpointType.fail('other-behind-endpoint', [forbidden], {
    fact: 'public',
    fill: { api: link(doc, id), endpoint: link(doc, endpoint) },
    resource: endpoint,
  })
