import type { Answer } from '@/lib/network/destination'
import type { TopologyDocument } from '@/lib/topology/document'
import { defineCheck, type Fill, type Finding, link } from '../check'
import { forbidden, noName, timeout } from '../outcome'
import type { Outcome } from '../trace'

export const name = defineCheck(
  'dns.name',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html',
  {
    address: '{name} is an address: no name has to be resolved.',
    pinned: '{name} is pinned by the caller to {address}: DNS is not asked.',
    'private-dns':
      '{name} resolves to the private addresses of {about}: its private DNS answers for every API name in its VPC.',
    'endpoint-name': '{name} is a name of {about}. It resolves from anywhere to the private addresses of the endpoint.',
    alias:
      '{name} is the alias that AWS makes for {about} and {also}. It resolves from anywhere to the private addresses of the endpoint.',
    'load-balancer': '{name} resolves to the node addresses of {about}.',
    'public-service': '{name} resolves to the public addresses of API Gateway.',
    'custom-domain': '{name} is taken to point to API Gateway; AWS makes no record for a custom domain.',
    'zone-record': '{name} has a record in {about}.',
    host: '{name} is the host {about}.',
    'wrong-partition':
      '{name} has the DNS suffix of another partition: AWS knows no such name. Use the suffix of the region of the API.',
    'private-api-outside':
      '{name} is the default name of a private API, which only private DNS answers with the endpoint, and only inside its VPC. Call by the name of the endpoint with a Host header, or turn on private DNS.',
    'alias-not-associated':
      '{name} does not exist: {also} is not associated with {about}. Associate it, or call by the name of the endpoint with a Host header.',
    'no-such-api': '{name} names an API that does not exist in this topology.',
    'zone-without-record':
      '{about} covers {name} but has no record for it, so the name does not exist. Add a record; AWS makes none.',
    'no-such-name': '{name} does not exist.',
    'no-resolver': '{about} has no DNS resolver: enableDnsSupport is off. Turn it on.',
    'vpc-attributes':
      'Private DNS of {about} needs enableDnsSupport and enableDnsHostnames of {also}, and one is off. What the name answers now is not documented.',
    'own-servers':
      '{about} uses DNS servers of its own. Whether they forward {name} to the resolver of the VPC is not known.',
    'not-visible': 'What {name} resolves to is not known.',
  },
)

const facts: Record<Answer['reason'], string> = {
  address: 'address',
  pinned: 'pinned',
  'private-dns': 'private DNS',
  'endpoint-name': 'endpoint name',
  alias: 'alias',
  'load-balancer': 'node addresses',
  'public-service': 'public name',
  'custom-domain': 'custom domain',
  'zone-record': 'zone record',
  host: 'host name',
  'wrong-partition': 'wrong suffix',
  'private-api-outside': 'no private DNS',
  'alias-not-associated': 'no alias',
  'no-such-api': 'no such API',
  'zone-without-record': 'no record',
  'no-such-name': 'no such name',
  'no-resolver': 'DNS off',
  'vpc-attributes': 'DNS attributes',
  'own-servers': 'own DNS',
  'not-visible': 'name not known',
}

/** What the caller's resolver answers, as a check. `count`: how many addresses the answer holds. */
export function nameCheck(doc: TopologyDocument, host: string, answer: Answer, count: number | undefined): Finding {
  const fill: Record<string, Fill> = {
    name: host,
    about: answer.about === undefined ? 'it' : link(doc, answer.about),
    also: answer.also === undefined ? 'the endpoint' : link(doc, answer.also),
    address: answer.destination?.to === 'address' ? answer.destination.address : '',
  }
  const counted = count === undefined ? facts[answer.reason] : `${count} ${count === 1 ? 'address' : 'addresses'}`
  const parts = { fact: answer.verdict === 'pass' ? counted : facts[answer.reason], fill, evidence: answer.evidence }
  if (answer.verdict === 'pass') return name.pass(answer.reason, parts)
  const about = answer.reason === 'zone-without-record' ? (answer.also ?? answer.about) : answer.about
  const region = about === undefined ? undefined : doc.resources[about]?.region
  const named = about !== undefined && answer.evidence.length === 0 && region !== undefined
  const evidence = named ? [{ resource: about, path: '/region', value: region }] : answer.evidence
  const at = about === undefined ? parts : { ...parts, evidence, resource: about }
  if (answer.verdict === 'fail') return name.fail(answer.reason, seen(answer), at)
  return name.unknown(answer.reason, answer.missing ?? [], seen(answer), at)
}

/**
 * What becomes of a name without a private answer. On premises, with public DNS, AWS says 403
 * (https://repost.aws/knowledge-center/api-gateway-vpc-connections); for other places its pages disagree whether the
 * name resolves at all (https://repost.aws/knowledge-center/vpc-interface-configure-dns).
 */
function seen({ reason, egress, destination }: Answer): Outcome[] {
  switch (reason) {
    case 'private-api-outside':
    case 'no-such-api':
      if (egress === 'none') return [noName, timeout]
      if (egress === 'premises' && reason === 'private-api-outside') return [forbidden]
      return [forbidden, noName]
    case 'alias-not-associated':
      return egress === 'none' ? [noName, timeout] : [noName, forbidden]
    case 'not-visible':
      // A name that nobody could look up may also lead to where no packet arrives.
      return destination ? [noName] : [noName, timeout]
    case 'vpc-attributes':
    case 'own-servers':
      return [noName, forbidden]
    default:
      return [noName]
  }
}
