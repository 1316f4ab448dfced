import type { Evidence } from '@/lib/known/known'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { completeFor } from '@/lib/topology/read'
import { defineCheck, type Fill, type Finding, link } from '../check'
import { forbidden, status } from '../outcome'
import type { Outcome } from '../trace'
import type { Connection, Entrance } from '../walk/next'
import type { Selected } from './selected'

export const api = defineCheck(
  'api-selection.api',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html',
  {
    host: 'Host {host} selects {api}.',
    header: 'The header x-apigw-api-id selects {api}, whatever Host says.',
    alias: 'The alias {host} selects {api}.',
    domain: 'Host {host} is the custom domain {domain}.',
    jump: 'Host selects {api}: the API that the URL names, {url}, is never passed.',
    'odd-host':
      'Host is {host}: what API Gateway makes of a port, capitals or a trailing dot there is not documented. Send the plain name.',
    'no-host': 'The call carries no Host. What API Gateway does then is not documented.',
    'other-endpoint':
      'The alias {host} names another endpoint than {endpoint}, through which the call comes. What API Gateway does then is not documented.',
    'not-associated':
      'The alias {host} was never made: {api} is not associated with {endpoint}, to which private DNS led the call. What API Gateway does then is not documented.',
    'two-ids':
      'The call names more than one API: which one API Gateway takes is not documented. Send one x-apigw-api-id, or a Host alone.',
    both: 'Host names {first} and x-apigw-api-id names {second}. Which of the two wins is not documented. Send one of them.',
    'names-none':
      'The call arrives at API Gateway, but Host {host} names no API and there is no x-apigw-api-id. Send the host of the API as Host.',
    'wrong-suffix':
      'Host {host} has the DNS suffix of another partition, so it names no API. Use the suffix of the region.',
    'other-region': 'Host {host} names an API of another region, which cannot be reached here.',
    'no-such-api': 'There is no API {id} here.',
    'not-visible': 'Whether there is an API {id} is not known: nobody has looked into the account that would have it.',
  },
)

/** The selection as a check: what follows from Host and `x-apigw-api-id`. */
export function apiCheck(doc: TopologyDocument, conn: Connection, entrance: Entrance, choice: Selected): Finding {
  const finding = worded(doc, conn, entrance, choice)
  const evidence = evidenceOf(doc, choice)
  const { parts } = finding
  return evidence.length === 0 || typeof parts === 'function' ? finding : { ...finding, parts: { ...parts, evidence } }
}

/** The id and the region of the API that is or was meant: what Host is compared with. */
function evidenceOf(doc: TopologyDocument, choice: Selected): Evidence[] {
  const id =
    'api' in choice ? choice.api : 'meant' in choice ? choice.meant : 'host' in choice ? choice.host : undefined
  const api = id === undefined ? undefined : resourceOf(doc, id, 'restApi')
  if (id === undefined || !api) return []
  const list = { resource: id, path: '/endpointConfiguration', value: api.endpointConfiguration }
  const own = { resource: id, path: '/physicalId', value: api.physicalId }
  return choice.reason === 'not-associated' ? [list] : [own, { resource: id, path: '/region', value: api.region }]
}

function worded(doc: TopologyDocument, conn: Connection, entrance: Entrance, choice: Selected): Finding {
  const fill: Record<string, Fill> = {
    host: conn.host ?? '',
    url: conn.sni ?? '',
    id: 'apiId' in choice ? (choice.apiId ?? '') : '',
    api: 'api' in choice && choice.api !== undefined ? link(doc, choice.api) : '',
    domain: 'domain' in choice && choice.domain !== undefined ? link(doc, choice.domain) : '',
    endpoint: entrance.endpoint === undefined ? 'the public entrance' : link(doc, entrance.endpoint),
  }
  switch (choice.reason) {
    case 'selected':
      return api.pass(choice.by, {
        fact: choice.by === 'header' ? 'by header' : choice.by === 'domain' ? 'by domain' : 'by Host',
        fill,
      })
    case 'jump':
      return api.pass('jump', { fact: 'Host jumps', fill })
    case 'names-none':
    case 'wrong-suffix':
    case 'other-region':
      return api.fail(choice.reason, [forbidden], { fact: 'no API named', fill })
    case 'no-such-api': {
      const looked = completeFor(doc, 'restApi', {})
      if (!doc.seen) return api.fail('no-such-api', [forbidden], { fact: 'no such API', fill })
      const gaps = looked.known
        ? [{ resource: '', path: '', why: 'notInspected' as const, ask: `Which account has the API ${choice.apiId}?` }]
        : looked.missing
      // It may be there, with an answer of its own.
      return api.unknown('not-visible', gaps, [forbidden, { kind: 'response' }], { fact: 'API not known', fill })
    }
    case 'both': {
      const both = { first: link(doc, choice.host), second: link(doc, choice.header) }
      return api.unknown('both', undocumented(choice.host, 'Which wins, Host or x-apigw-api-id?'), [], {
        fact: 'two APIs named',
        fill: both,
      })
    }
    default:
      return api.unknown(
        choice.reason,
        undocumented(choice.api ?? '', `What does API Gateway make of Host ${conn.host ?? 'absent'}?`),
        choice.api === undefined ? [forbidden, ...unnamed(choice.reason)] : [forbidden],
        { fact: 'not documented', fill, ...(choice.api === undefined ? {} : { resource: choice.api }) },
      )
  }
}

/** A request that names nothing at all may also be refused as malformed (RFC 9112, 3.2); else some API answers. */
const unnamed = (reason: Selected['reason']): Outcome[] =>
  reason === 'no-host' ? [status(400)] : [{ kind: 'response' }]

const undocumented = (resource: string, ask: string) => [{ resource, path: '', why: 'notModelled' as const, ask }]
