import type { TopologyDocument } from '@/lib/topology/document'
import { readField } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { forbidden, noName, refused, timeout } from '../outcome'

export const state = defineCheck(
  'endpoint.state',
  'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html',
  {
    available: '{endpoint} is available.',
    'carries-nothing': '{endpoint} is {state}: it carries no traffic. Only an endpoint that is available does.',
    partial: '{endpoint} is partial: no AWS page says which of its zones carry traffic.',
    'not-visible': 'The state of {endpoint} is not known.',
  },
)

/** The API's enum says `Available`, the wire `available`: compared without case. `byName`: the names may be gone too. */
export function stateCheck(doc: TopologyDocument, id: string, byName = false): Finding {
  const read = readField(doc, id, 'vpcEndpoint', 'state')
  const fill = { endpoint: link(doc, id, '/state') }
  const outcomes = byName ? [timeout, noName, forbidden, refused] : [timeout, refused]
  if (!read.known) return state.unknown('not-visible', read.missing, outcomes, { fact: 'state not known', fill })
  const word = read.value.toLowerCase()
  const parts = { fact: word, fill: { ...fill, state: read.value }, evidence: read.evidence }
  if (word === 'available') return state.pass('available', parts)
  if (word !== 'partial') return state.fail('carries-nothing', outcomes, parts)
  const ask = `Which interfaces of ${id} carry traffic while it is partial?`
  return state.unknown('partial', [{ resource: id, path: '/state', why: 'notModelled', ask }], outcomes, parts)
}
