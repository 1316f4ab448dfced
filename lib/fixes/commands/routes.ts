import { idOf, regionOf } from '@/lib/export/awsCli/command'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { called, type Flag, line, reads } from './line'
import type { Commands, Reading } from './step'

/** https://docs.aws.amazon.com/cli/latest/reference/ec2/create-route.html */
export const routeCommands: Commands = (doc, after, id, operation) => {
  if (!('value' in operation) || !isRoute(operation.value)) return []
  const { destination, target } = operation.value
  const where: Flag[] = [
    ['--route-table-id', idOf(doc, id)],
    ['--destination-cidr-block', destination],
    ...regionOf(doc, id),
  ]
  const held = routeTo(doc, id, destination)
  const to = (words: string, next: string): string => line(words, [...where, [viaOf(doc, next), idOf(doc, next)]])
  const [read, then] = [routeRead(doc, id, destination), routeRead(after, id, destination)]
  // A table has one route for a destination: what is there is replaced, and put back.
  if (held !== undefined)
    return [
      {
        does: { command: to('ec2 replace-route', target), reading: read },
        undoes: { command: to('ec2 replace-route', held), reading: then },
      },
    ]
  return [
    {
      does: { command: to('ec2 create-route', target), reading: read },
      undoes: { command: line('ec2 delete-route', where), reading: then },
    },
  ]
}

const isRoute = (value: unknown): value is { destination: string; target: string } =>
  typeof value === 'object' && value !== null && 'destination' in value

const routeTo = (doc: TopologyDocument, id: string, destination: string): string | undefined =>
  resourceOf(doc, id, 'routeTable')?.routes.findLast((r) => r.destination === destination)?.target

function viaOf(doc: TopologyDocument, target: string): string {
  const kind = doc.resources[target]?.kind
  if (kind === 'vpcPeeringConnection') return '--vpc-peering-connection-id'
  if (kind === 'transitGateway') return '--transit-gateway-id'
  return resourceOf(doc, target, 'gateway')?.type === 'nat' ? '--nat-gateway-id' : '--gateway-id'
}

function routeRead(doc: TopologyDocument, id: string, destination: string): Reading {
  const target = routeTo(doc, id, destination)
  return {
    of: `The route for ${destination} in ${called(doc, id)}`,
    command: reads(
      'ec2 describe-route-tables',
      [['--route-table-ids', idOf(doc, id)], ...regionOf(doc, id)],
      `RouteTables[0].Routes[?DestinationCidrBlock==\`${destination}\`].[VpcPeeringConnectionId||TransitGatewayId||NatGatewayId||GatewayId]`,
    ),
    expects: target === undefined ? '' : idOf(doc, target),
    as: 'rows',
  }
}

/** https://docs.aws.amazon.com/cli/latest/reference/route53/change-resource-record-sets.html */
export const zoneCommands: Commands = (doc, after, id, operation) => {
  if (operation.op !== 'add' || !isRecord(operation.value)) return []
  const { name, type, aliasTo } = operation.value
  const endpoint = resourceOf(doc, aliasTo, 'vpcEndpoint')
  const dnsName = endpoint?.dnsEntries?.[0] ?? `<dnsName of ${aliasTo}>`
  const at: Flag[] = [['--vpc-endpoint-ids', idOf(doc, aliasTo)], ...regionOf(doc, aliasTo)]
  // An alias names the zone that AWS keeps for the endpoint: only the endpoint itself says which.
  const zone = reads(
    'ec2 describe-vpc-endpoints',
    at,
    `VpcEndpoints[0].DnsEntries[?DnsName==\`${dnsName}\`].HostedZoneId`,
  )
  const batch = (Action: string) =>
    JSON.stringify({
      Changes: [
        {
          Action,
          ResourceRecordSet: {
            Name: name,
            Type: type,
            AliasTarget: { HostedZoneId: '@ZONE@', DNSName: dnsName, EvaluateTargetHealth: false },
          },
        },
      ],
    })
  const change = (action: string) =>
    `zone=$(${zone})\n${line('route53 change-resource-record-sets', [
      ['--hosted-zone-id', idOf(doc, id)],
      ['--change-batch', { raw: `'${batch(action).replaceAll("'", `'\\''`).replace('@ZONE@', `'"$zone"'`)}'` }],
    ])}`
  return [
    {
      does: { command: change('CREATE'), reading: recordRead(doc, id, name, type) },
      undoes: { command: change('DELETE'), reading: recordRead(after, id, name, type) },
    },
  ]
}

const isRecord = (value: unknown): value is { name: string; type: string; aliasTo: string } =>
  typeof value === 'object' && value !== null && 'aliasTo' in value

function recordRead(doc: TopologyDocument, id: string, name: string, type: string): Reading {
  const full = (text: string) => (text.endsWith('.') ? text : `${text}.`)
  const same = resourceOf(doc, id, 'hostedZone')?.records.filter((r) => full(r.name) === full(name) && r.type === type)
  return {
    of: `The ${type} record ${name} in ${called(doc, id)}`,
    command: reads(
      'route53 list-resource-record-sets',
      [['--hosted-zone-id', idOf(doc, id)]],
      `length(ResourceRecordSets[?Name==\`${full(name)}\` && Type==\`${type}\`])`,
    ),
    expects: String(same?.length ?? 0),
    as: 'words',
  }
}
