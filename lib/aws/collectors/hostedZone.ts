import type { HostedZoneSummary, ResourceRecordSet } from '@aws-sdk/client-route-53'
import type { ResourceOf } from '@/lib/topology/document'
import { once, pages } from '../batch'
import { Parts } from '../holes'
import type { Site } from '../site'
import { set } from './tags'

type Record53 = ResourceOf<'hostedZone'>['records'][number]

/** More records than these are not read: a zone of ten thousand names would take longer than the whole chain. */
const recordPagesMax = 10

/** Reads the private zones that a VPC is associated with. */
export const hostedZonesOf = (site: Site) => async (vpc: string) => {
  try {
    const zones = await listZones(site, vpc)
    await Promise.all(zones.map((zone) => read(site, zone, vpc)))
  } catch (error) {
    site.survey.unseen(site.reach, 'hostedZone', error)
  }
}

async function listZones(site: Site, VPCId: string): Promise<HostedZoneSummary[]> {
  const { client, sdk } = await site.clients.route53()
  const VPCRegion = Object.values(sdk.VPCRegion).find((r) => r === site.reach.region)
  return pages(async (NextToken) => {
    const page = await client.send(new sdk.ListHostedZonesByVPCCommand({ VPCId, VPCRegion, NextToken }))
    return { items: page.HostedZoneSummaries, next: page.NextToken }
  })
}

/** The zones that AWS keeps for an endpoint's private DNS are owned by a service; the endpoint itself says the same. */
async function read(site: Site, zone: HostedZoneSummary, vpc: string): Promise<void> {
  const id = zone.HostedZoneId
  if (id === undefined || zone.Owner?.OwningService?.startsWith('vpce.')) return
  const parts = new Parts()
  const records = await parts.read('/records', () => site.shared(recordsOf)(id))
  if (records === 'too many') parts.hide('/records', 'notInspected', `${id} has more records than are read.`)
  const before = site.survey.resources.get(id)
  const vpcs = before?.kind === 'hostedZone' ? before.vpcs : []
  site.add(id, {
    kind: 'hostedZone',
    name: bare(zone.Name ?? ''),
    physicalId: id,
    // Route 53 is of no region.
    account: site.reach.accountId,
    zoneName: bare(zone.Name ?? ''),
    vpcs: [...new Set([...vpcs, vpc])],
    records: records === undefined || records === 'too many' ? [] : records,
    ...parts.notVisible,
  })
}

const recordsOf = (site: Site) => once((id: string) => listRecords(site, id))

async function listRecords(site: Site, HostedZoneId: string): Promise<Record53[] | 'too many'> {
  const { client, sdk } = await site.clients.route53()
  const all: Record53[] = []
  let from: { StartRecordName?: string; StartRecordType?: ResourceRecordSet['Type'] } = {}
  for (let page = 0; page < recordPagesMax; page++) {
    const answer = await client.send(new sdk.ListResourceRecordSetsCommand({ HostedZoneId, ...from }))
    all.push(...(answer.ResourceRecordSets ?? []).flatMap(recordOf))
    if (!answer.IsTruncated) return all
    from = set({ StartRecordName: answer.NextRecordName, StartRecordType: answer.NextRecordType })
  }
  return 'too many'
}

function recordOf(set53: ResourceRecordSet): Record53[] {
  const { Name: name, Type: type } = set53
  if (name === undefined || type === undefined || !['A', 'AAAA', 'CNAME'].includes(type)) return []
  const values = (set53.ResourceRecords ?? []).flatMap((r) => r.Value ?? [])
  const alias = set53.AliasTarget?.DNSName
  return [
    {
      name: bare(name),
      type,
      ...(values.length > 0 ? { values } : {}),
      // A load balancer's alias may carry `dualstack.`, which is no part of its own name.
      ...(alias === undefined ? {} : { aliasTo: bare(alias).replace(/^dualstack\./, '') }),
    },
  ]
}

/** Route 53 ends names with a dot and writes an asterisk as \052. */
const bare = (name: string) => name.replace(/\.$/, '').replaceAll('\\052', '*')
