import { serviceHost } from '@/lib/naming/executeApi'
import { hostParts, nameOf } from '@/lib/naming/host'
import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { completeFor, readField, readWhole } from '@/lib/topology/read'
import type { Answer, Destination } from './destination'
import { holes } from './holes'
import { hostedZones, networks, perDocument, resolverEndpoints, resolverRules, vpcEndpoints } from './perDocument'
import { publicAnswer } from './publicNames'
import { covers, rangeOf } from './range'
import { hasEgress } from './routes'
import type { Asker } from './vantage'
import { bare, isUnder, recordAnswer, zoneFor } from './zones'

/** CNAME and forwarding chains longer than this end in no answer, as a resolver's do. */
const stepsMax = 8

/** What the resolver that the asker uses answers for a host name. */
export function resolve(doc: TopologyDocument, asker: Asker, host: string, steps = 0): Answer {
  const { name } = hostParts(host)
  const parsed = nameOf(name)
  if (parsed.of === 'address')
    return pass('address', { to: 'address', address: parsed.address.replace(/^\[|\]$/g, '') })
  const pinned = asker.pinned?.[name]?.[0]
  if (pinned !== undefined) return pass('pinned', { to: 'address', address: pinned })
  if (steps > stepsMax) return { verdict: 'fail', reason: 'no-such-name', evidence: [] }
  if (asker.unread) {
    // What everybody's DNS answers is the same from wherever it is asked.
    const answer = publicAnswer(doc, name, 'internet')
    if (answer.reason === 'endpoint-name' || answer.reason === 'load-balancer') return answer
    return { verdict: 'unknown', reason: 'not-visible', evidence: [], missing: asker.unread }
  }
  if (asker.dns?.servers === 'own' || asker.dns?.forwards) return byOwnServers(doc, asker, asker.dns, name, steps)
  if (asker.in === 'internet') return publicAnswer(doc, name, 'internet')
  if ('network' in asker.in) {
    const network = resourceOf(doc, asker.in.network, 'network')
    const gaps = holes(doc, asker.in.network, '/dns', '/internetEgress')
    if (!network) return publicAnswer(doc, name, 'internet')
    const answer = byOwnServers(doc, asker, network.dns, name, steps)
    return gaps.length > 0 ? doubtful(answer, gaps) : answer
  }
  return inVpc(doc, asker.in.vpc, asker.in.subnet, name, steps)
}

const pass = (reason: Answer['reason'], destination: Destination): Answer => ({
  verdict: 'pass',
  reason,
  destination,
  evidence: [],
})

type Dns = NonNullable<Asker['dns']>

/** Servers of one's own ask the internet, but for the domains that they forward. */
function byOwnServers(doc: TopologyDocument, asker: Asker, dns: Dns, name: string, steps: number): Answer {
  let best: NonNullable<Dns['forwards']>[number] | undefined
  for (const forward of dns.forwards ?? [])
    if (isUnder(name, bare(forward.domain)) && (!best || forward.domain.length > best.domain.length)) best = forward
  if (best) return forwarded(doc, best.to, name, steps, egressOf(doc, asker))
  if (dns.servers === 'AmazonProvidedDNS' && asker.in !== 'internet' && 'vpc' in asker.in)
    return inVpc(doc, asker.in.vpc, asker.in.subnet, name, steps)
  return publicAnswer(doc, name, egressOf(doc, asker))
}

function egressOf(doc: TopologyDocument, asker: Asker): NonNullable<Answer['egress']> {
  if (asker.in === 'internet') return 'internet'
  if ('network' in asker.in) return resourceOf(doc, asker.in.network, 'network')?.internetEgress ? 'premises' : 'none'
  return hasEgress(doc, asker.in.vpc, asker.in.subnet) === false ? 'none' : 'vpc'
}

/** A query sent on: to an inbound endpoint it is answered as in that VPC, on premises as its servers do. */
function forwarded(
  doc: TopologyDocument,
  to: string | string[],
  name: string,
  steps: number,
  egress: NonNullable<Answer['egress']>,
): Answer {
  const addresses = typeof to === 'string' ? [] : to
  const gaps = resolverEndpoints(doc).flatMap(([id]) => holes(doc, id, '/direction', '/addresses', '/vpc'))
  if (gaps.length > 0) return doubtful(publicAnswer(doc, name, egress), gaps)
  const [, inbound] =
    resolverEndpoints(doc).find(
      ([id, e]) => id === to || (e.direction === 'INBOUND' && e.addresses.some((a) => addresses.includes(a.ip))),
    ) ?? []
  if (inbound) return inVpc(doc, inbound.vpc, inbound.addresses[0]?.subnet, name, steps + 1)
  const own = networks(doc).find(([, network]) =>
    addresses.some((address) => network.cidrs.some((cidr) => holds(cidr, address))),
  )
  if (own && (own[1].dns.forwards?.length ?? 0) > 0) return resolve(doc, { in: { network: own[0] } }, name, steps + 1)
  return publicAnswer(doc, name, egress)
}

function holds(cidr: string, address: string): boolean {
  const [outer, inner] = [rangeOf(cidr), rangeOf(address)]
  return outer !== undefined && inner !== undefined && covers(outer, inner)
}

/**
 * The VPC's own resolver. The most specific of rules, zones of the user's and the endpoint's private zone wins; for the
 * same domain a rule beats a zone
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html).
 */
function inVpc(doc: TopologyDocument, vpcId: string, subnet: string | undefined, name: string, steps: number): Answer {
  const egress = hasEgress(doc, vpcId, subnet) === false ? 'none' : 'vpc'
  const inside = insideVpc(doc, vpcId, subnet, name, egress, steps)
  const servers = readWhole(doc, vpcId, 'vpc', 'dhcpOptions')
  if (!servers.known) return doubtful(inside, servers.missing)
  if (isAmazons(doc, vpcId, servers.value?.domainNameServers)) return inside
  const outside = publicAnswer(doc, name, egress)
  // Of a failed answer the destination is only where the call was meant to go.
  const passes = outside.verdict === 'pass' && inside.verdict === 'pass'
  if (passes && JSON.stringify(outside.destination) === JSON.stringify(inside.destination)) return inside
  // Nothing else exists in a closed document, so nothing is forwarded; AWS wants the forwarding to be set up:
  // https://docs.aws.amazon.com/whitepapers/latest/best-practices-api-gateway-private-apis-integration/rest-api.html
  if (!doc.seen)
    return { ...outside, assumes: `The DNS servers of ${vpcId} forward nothing to the VPC's own resolver.` }
  const ask = `Do the DNS servers of ${vpcId} forward ${name} to the VPC's own resolver?`
  return {
    ...inside,
    verdict: 'unknown',
    reason: 'own-servers',
    about: vpcId,
    otherwise: outside,
    evidence: servers.evidence,
    missing: [{ resource: vpcId, path: '/dhcpOptions', why: 'notModelled', ask }],
  }
}

const doubtful = (answer: Answer, missing: Answer['missing']): Answer =>
  answer.verdict === 'unknown' ? answer : { ...answer, verdict: 'unknown', reason: 'not-visible', missing }

function isAmazons(doc: TopologyDocument, vpcId: string, servers: string[] | undefined): boolean {
  if (!servers || servers.length === 0) return true
  return servers.every((server) => {
    if (server === 'AmazonProvidedDNS' || server === '169.254.169.253') return true
    const range = rangeOf(server)
    // The resolver stands at the VPC's base address plus two.
    const base = rangeOf(resourceOf(doc, vpcId, 'vpc')?.cidrBlocks[0] ?? '')
    return range?.family === 4 && base?.family === 4 && range.from === Number(base.from) + 2
  })
}

function insideVpc(
  doc: TopologyDocument,
  vpcId: string,
  subnet: string | undefined,
  name: string,
  egress: NonNullable<Answer['egress']>,
  steps: number,
): Answer {
  const support = readField(doc, vpcId, 'vpc', 'enableDnsSupport')
  if (support.known && support.value === false)
    return {
      verdict: 'fail',
      reason: 'no-resolver',
      about: vpcId,
      ...privateZone(doc, vpcId, name),
      evidence: support.evidence,
    }
  const answer = withHoles(doc, vpcId, byZones(doc, vpcId, subnet, name, egress, steps))
  return support.known ? unseenZones(doc, vpcId, answer) : doubtful(answer, support.missing)
}

function byZones(
  doc: TopologyDocument,
  vpcId: string,
  subnet: string | undefined,
  name: string,
  egress: NonNullable<Answer['egress']>,
  steps: number,
): Answer {
  const publicly = (next: string) => publicAnswer(doc, next, egress)
  const again = (next: string) => resolve(doc, { in: { vpc: vpcId, ...(subnet ? { subnet } : {}) } }, next, steps + 1)
  const rule = ruleFor(doc, vpcId, name)
  const zone = zoneFor(doc, name, vpcId)
  const endpoint = privateDnsFor(doc, vpcId, name)
  const zoneLength = Math.max(zone ? bare(zone[1].zoneName).length : 0, endpoint ? endpoint.domain.length : 0)
  if (rule && bare(rule[1].domainName).length >= zoneLength) {
    const answer = forwarded(doc, rule[1].targetIps, name, steps + 1, egress)
    return answer.verdict === 'fail' ? { ...answer, also: rule[0], ...privateZone(doc, vpcId, name) } : answer
  }
  if (zone && (!endpoint || bare(zone[1].zoneName).length >= endpoint.domain.length))
    return recordAnswer(doc, zone, name, publicly, again)
  if (endpoint) {
    const answer = byPrivateDns(doc, vpcId, endpoint)
    return answer.verdict === 'unknown' ? { ...answer, otherwise: publicly(name) } : answer
  }
  const answer = publicAnswer(doc, name, egress, again)
  return answer.verdict === 'fail' ? { ...answer, ...lonelyEndpoint(doc, vpcId, answer) } : answer
}

/** A FORWARD rule for the name; a SYSTEM rule that is as specific or more hands it back to the VPC's resolver. */
function ruleFor(doc: TopologyDocument, vpcId: string, name: string): [string, ResourceOf<'resolverRule'>] | undefined {
  let best: [string, ResourceOf<'resolverRule'>] | undefined
  for (const rule of resolverRules(doc)) {
    const domain = bare(rule[1].domainName)
    if (!rule[1].vpcs.includes(vpcId) || !(domain === '' || isUnder(name, domain))) continue
    if (!best || domain.length > bare(best[1].domainName).length) best = rule
  }
  return best?.[1].ruleType === 'FORWARD' ? best : undefined
}

interface PrivateDns {
  id: string
  domain: string
  /** False: the endpoint stands there with private DNS off. */
  missing?: Answer['missing']
}

const endpointsOfVpc = perDocument((doc) => {
  const byVpc = new Map<string, [string, ResourceOf<'vpcEndpoint'>][]>()
  for (const entry of vpcEndpoints(doc)) {
    const same = byVpc.get(entry[1].vpc)
    if (same) same.push(entry)
    else byVpc.set(entry[1].vpc, [entry])
  }
  return byVpc
})

/** The endpoint whose private zone answers for a name in this VPC; at most one can have private DNS. */
function privateDnsFor(doc: TopologyDocument, vpcId: string, name: string): PrivateDns | undefined {
  const region = resourceOf(doc, vpcId, 'vpc')?.region ?? ''
  const domain = serviceHost(region)
  if (!isUnder(name, domain)) return undefined
  let doubtfulOne: PrivateDns | undefined
  for (const [id, endpoint] of endpointsOfVpc(doc).get(vpcId) ?? []) {
    const service = holes(doc, id, '/serviceName')
    if (service.length > 0) {
      doubtfulOne = { id, domain, missing: service }
      continue
    }
    if (!/\.execute-api$/.test(endpoint.serviceName)) continue
    const enabled = readField(doc, id, 'vpcEndpoint', 'privateDnsEnabled')
    if (!enabled.known) doubtfulOne = { id, domain, missing: enabled.missing }
    else if (enabled.value) return { id, domain }
  }
  return doubtfulOne
}

/**
 * Private DNS needs both attributes of the VPC
 * (https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html); what a name answers after one was
 * switched off under an existing endpoint no page says.
 */
function byPrivateDns(doc: TopologyDocument, vpcId: string, { id, missing }: PrivateDns): Answer {
  const destination = { to: 'endpoint', id } as const
  const enabled = { resource: id, path: '/privateDnsEnabled', value: true }
  if (missing) return { verdict: 'unknown', reason: 'not-visible', about: id, destination, evidence: [], missing }
  const hostnames = readField(doc, vpcId, 'vpc', 'enableDnsHostnames')
  if (!hostnames.known)
    return {
      verdict: 'unknown',
      reason: 'not-visible',
      about: id,
      destination,
      evidence: [enabled],
      missing: hostnames.missing,
    }
  const evidence = [enabled, ...hostnames.evidence]
  if (hostnames.value !== false) return { verdict: 'pass', reason: 'private-dns', about: id, destination, evidence }
  const ask = `Does ${vpcId} still answer for the endpoint's names after enableDnsHostnames was switched off?`
  return {
    verdict: 'unknown',
    reason: 'vpc-attributes',
    about: id,
    also: vpcId,
    destination,
    evidence,
    missing: [{ resource: vpcId, path: '/enableDnsHostnames', why: 'notModelled', ask }],
  }
}

/** Where the call was meant to go, for a name that private DNS would have answered. */
function privateZone(doc: TopologyDocument, vpcId: string, name: string): { destination?: Destination } {
  const endpoint = privateDnsFor(doc, vpcId, name)
  return endpoint ? { destination: { to: 'endpoint', id: endpoint.id } } : {}
}

/** The one endpoint of the VPC is what a call by the API's default name was meant for. */
function lonelyEndpoint(doc: TopologyDocument, vpcId: string, answer: Answer): { destination?: Destination } {
  if (answer.reason !== 'private-api-outside' && answer.reason !== 'wrong-partition') return {}
  const here = (endpointsOfVpc(doc).get(vpcId) ?? []).filter(([, e]) => /\.execute-api$/.test(e.serviceName))
  const [only, ...more] = here
  return only && more.length === 0 ? { destination: { to: 'endpoint', id: only[0] } } : {}
}

/** Zones, rules and inbound endpoints of which a part could not be read may cover the name. */
function withHoles(doc: TopologyDocument, vpcId: string, answer: Answer): Answer {
  for (const [id] of hostedZones(doc)) {
    const gaps = holes(doc, id, '/zoneName', '/vpcs')
    if (gaps.length > 0) return doubtful(answer, gaps)
  }
  for (const [id] of resolverRules(doc)) {
    const gaps = holes(doc, id, '/domainName', '/vpcs', '/targetIps', '/ruleType')
    if (gaps.length > 0) return doubtful(answer, gaps)
  }
  const gaps = holes(doc, vpcId, '/region')
  return gaps.length > 0 ? doubtful(answer, gaps) : answer
}

/** Zones and rules that nobody looked for may say otherwise. */
function unseenZones(doc: TopologyDocument, vpcId: string, answer: Answer): Answer {
  if (!doc.seen) return answer
  const vpc = resourceOf(doc, vpcId, 'vpc')
  const where = { account: vpc?.account, region: vpc?.region }
  for (const kind of ['hostedZone', 'resolverRule', 'vpcEndpoint'] as const) {
    const looked = completeFor(doc, kind, kind === 'hostedZone' ? { account: where.account } : where)
    if (!looked.known) return doubtful(answer, looked.missing)
  }
  return answer
}
