import type { World } from './world'
import type { Value } from './xml'

/** The operations of Route 53 that an inspection needs; lists have elements of their own names there. */
export function hostedZonesByVpc(w: World, vpc: string | null): Record<string, Value> {
  const zones = w.all('hostedZone').filter(([, z]) => z.vpcs.some((v) => w.id(v) === vpc))
  return {
    HostedZoneSummaries: wrap(
      'HostedZoneSummary',
      zones.map(([HostedZoneId, z]) => ({ HostedZoneId, Name: `${z.zoneName}.`, Owner: { OwningAccount: w.account } })),
    ),
    MaxItems: 100,
  }
}

export function recordSets(w: World, zone: string | undefined): Record<string, Value> {
  const found = w.all('hostedZone').find(([id]) => id === zone)?.[1]
  return {
    ResourceRecordSets: wrap(
      'ResourceRecordSet',
      (found?.records ?? []).map((r) => ({
        Name: `${r.name}.`,
        Type: r.type,
        ...(r.values
          ? {
              ResourceRecords: wrap(
                'ResourceRecord',
                r.values.map((Value) => ({ Value })),
              ),
            }
          : {}),
        ...(r.aliasTo ? { AliasTarget: { DNSName: `${nameOf(w, r.aliasTo)}.` } } : {}),
      })),
    ),
    IsTruncated: false,
    MaxItems: 300,
  }
}

/** An alias is to a name, also where the topology names the resource. */
function nameOf(w: World, alias: string): string {
  const to = w.get(alias)
  if (to?.kind === 'vpcEndpoint') return to.dnsEntries?.[0] ?? alias
  return to?.kind === 'loadBalancer' ? (to.dnsName ?? alias) : alias
}

/** Elements of one name beside each other. */
const wrap = (tag: string, values: Value[]): Value => ({ [`${tag}*`]: values })
