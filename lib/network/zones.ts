import type { ResourceOf, TopologyDocument } from '@/lib/topology/document'
import type { Answer, Destination } from './destination'
import { domainNames, hostedZones } from './perDocument'

type Zone = [string, ResourceOf<'hostedZone'>]
type Record53 = ResourceOf<'hostedZone'>['records'][number]

export const bare = (name: string) => name.toLowerCase().replace(/\.$/, '')

export const isUnder = (name: string, domain: string) => name === domain || name.endsWith(`.${domain}`)

/** The most specific zone of the user's for a name: private ones of a VPC, or public ones when no VPC is given. */
export function zoneFor(doc: TopologyDocument, name: string, vpc: string | undefined): Zone | undefined {
  let best: Zone | undefined
  for (const zone of hostedZones(doc)) {
    const [, { vpcs, zoneName }] = zone
    if (vpc === undefined ? vpcs.length > 0 : !vpcs.includes(vpc)) continue
    if (isUnder(name, bare(zoneName)) && (!best || bare(zoneName).length > bare(best[1].zoneName).length)) best = zone
  }
  return best
}

/**
 * What a zone says of a name. A zone that covers a name but lacks the record answers that it does not exist; nothing
 * falls through (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html).
 * `again` resolves what a CNAME points to; an alias is answered by Route 53 itself, so the VPC is not asked again
 * (https://repost.aws/knowledge-center/api-gateway-vpc-connections).
 */
export function recordAnswer(
  doc: TopologyDocument,
  [id, zone]: Zone,
  name: string,
  publicly: (name: string) => Answer,
  again: (name: string) => Answer = publicly,
): Answer {
  const hole = zone.notVisible?.find((h) => h.path === '' || h.path.startsWith('/records'))
  if (hole)
    return { verdict: 'unknown', reason: 'not-visible', about: id, evidence: [], missing: [{ resource: id, ...hole }] }
  const at = recordOf(zone.records, name)
  const record = at === undefined ? undefined : zone.records[at]
  if (!record) {
    const domain = domainNames(doc).find(([, d]) => d.domainName === name)?.[0]
    const also = domain === undefined ? {} : { also: domain }
    return {
      verdict: 'fail',
      reason: 'zone-without-record',
      about: id,
      ...also,
      evidence: [{ resource: id, path: '/records', value: zone.records }],
    }
  }
  const evidence = [{ resource: id, path: `/records/${at}`, value: record }]
  const answered = (destination: Destination): Answer => ({
    verdict: 'pass',
    reason: 'zone-record',
    about: id,
    destination,
    evidence,
  })
  if (record.aliasTo !== undefined) {
    const direct = destinationOf(doc, record.aliasTo)
    return direct ? answered(direct) : publicly(bare(record.aliasTo))
  }
  const [value] = record.values ?? []
  if (value === undefined) return { verdict: 'fail', reason: 'zone-without-record', about: id, evidence }
  if (record.type === 'CNAME') return again(bare(value))
  return answered({ to: 'address', address: value })
}

/** An exact record before a wildcard; IPv4 before IPv6, as curl shows no failure while one family answers. */
function recordOf(records: Record53[], name: string): number | undefined {
  const types = ['A', 'CNAME', 'ALIAS', 'AAAA']
  const wildcard = `*.${name.split('.').slice(1).join('.')}`
  for (const wanted of [name, wildcard])
    for (const type of types) {
      const at = records.findIndex((r) => bare(r.name) === wanted && r.type.toUpperCase() === type)
      if (at >= 0) return at
    }
  return undefined
}

/** Where an alias leads that names a resource of the document. */
function destinationOf(doc: TopologyDocument, id: string): Destination | undefined {
  const resource = doc.resources[id]
  switch (resource?.kind) {
    case 'vpcEndpoint':
      return { to: 'endpoint', id }
    case 'loadBalancer':
      return { to: 'loadBalancer', id }
    case 'domainName':
      return { to: 'service', region: resource.region ?? '' }
    case 'httpEndpoint':
      return { to: 'host', id }
    default:
      return undefined
  }
}
