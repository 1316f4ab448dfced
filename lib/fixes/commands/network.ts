import { awsCommand, idOf, type Option, regionOf } from '@/lib/export/awsCli/command'
import { resourceOf } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import type { Commands } from './step'

interface Rule {
  ipProtocol: string
  fromPort?: number
  toPort?: number
  cidrs?: string[]
}

const permissions = ({ ipProtocol, fromPort, toPort, cidrs }: Rule) =>
  JSON.stringify([
    {
      IpProtocol: ipProtocol,
      FromPort: fromPort,
      ToPort: toPort,
      IpRanges: (cidrs ?? []).map((CidrIp) => ({ CidrIp })),
    },
  ])

/** https://docs.aws.amazon.com/cli/latest/reference/ec2/authorize-security-group-ingress.html */
export const securityGroupCommands: Commands = (doc, _after, id, operation) => {
  const [, , field, at] = keysOf(operation.path)
  if (operation.op !== 'add' || at !== '-' || !isRule(operation.value)) return []
  const side = field === 'ipPermissions' ? 'ingress' : 'egress'
  const options: Option[] = [
    ['--group-id', idOf(doc, id)],
    ['--ip-permissions', permissions(operation.value)],
    ...regionOf(doc, id),
  ]
  return [
    {
      command: awsCommand(`ec2 authorize-security-group-${side}`, options),
      undo: awsCommand(`ec2 revoke-security-group-${side}`, options),
    },
  ]
}

const isRule = (value: unknown): value is Rule => typeof value === 'object' && value !== null && 'ipProtocol' in value

interface Entry {
  ruleNumber: number
  egress: boolean
  cidrBlock: string
  ruleAction: string
  portRange?: { from: number; to: number }
}

/** https://docs.aws.amazon.com/cli/latest/reference/ec2/create-network-acl-entry.html */
export const aclCommands: Commands = (doc, _after, id, operation) => {
  if (operation.op !== 'add' || !isEntry(operation.value)) return []
  const { ruleNumber, egress, cidrBlock, ruleAction, portRange } = operation.value
  const where: Option[] = [
    ['--network-acl-id', idOf(doc, id)],
    ['--rule-number', String(ruleNumber)],
    ...regionOf(doc, id),
  ]
  const side = egress ? '--egress' : '--ingress'
  const what: Option[] = [
    ['--protocol', '6'],
    ['--rule-action', ruleAction],
    ['--cidr-block', cidrBlock],
    ...(portRange ? [portOption(portRange)] : []),
  ]
  return [
    {
      command: `${awsCommand('ec2 create-network-acl-entry', [...where, ...what])} ${side}`,
      undo: `${awsCommand('ec2 delete-network-acl-entry', where)} ${side}`,
    },
  ]
}

const portOption = ({ from, to }: { from: number; to: number }): Option => ['--port-range', `From=${from},To=${to}`]

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && 'ruleNumber' in value

/** https://docs.aws.amazon.com/cli/latest/reference/ec2/create-route.html */
export const routeCommands: Commands = (doc, _after, id, operation) => {
  if (operation.op !== 'add' || !isRoute(operation.value)) return []
  const { destination, target } = operation.value
  const kind = doc.resources[target]?.kind
  const gateway = resourceOf(doc, target, 'gateway')
  const option =
    kind === 'vpcPeeringConnection'
      ? '--vpc-peering-connection-id'
      : kind === 'transitGateway'
        ? '--transit-gateway-id'
        : gateway?.type === 'nat'
          ? '--nat-gateway-id'
          : '--gateway-id'
  const where: Option[] = [
    ['--route-table-id', idOf(doc, id)],
    ['--destination-cidr-block', destination],
    ...regionOf(doc, id),
  ]
  return [
    {
      command: awsCommand('ec2 create-route', [...where, [option, idOf(doc, target)]]),
      undo: awsCommand('ec2 delete-route', where),
    },
  ]
}

const isRoute = (value: unknown): value is { destination: string; target: string } =>
  typeof value === 'object' && value !== null && 'destination' in value

/** https://docs.aws.amazon.com/cli/latest/reference/route53/change-resource-record-sets.html */
export const zoneCommands: Commands = (doc, _after, id, operation) => {
  if (operation.op !== 'add' || !isRecord(operation.value)) return []
  const { name, type, aliasTo } = operation.value
  const dnsName = resourceOf(doc, aliasTo, 'vpcEndpoint')?.dnsEntries?.[0] ?? `<dnsName of ${aliasTo}>`
  const set = {
    Name: name,
    Type: type,
    AliasTarget: { HostedZoneId: `<zone of ${dnsName}>`, DNSName: dnsName, EvaluateTargetHealth: false },
  }
  const change = (Action: string) =>
    awsCommand('route53 change-resource-record-sets', [
      ['--hosted-zone-id', idOf(doc, id)],
      ['--change-batch', JSON.stringify({ Changes: [{ Action, ResourceRecordSet: set }] })],
    ])
  return [{ command: change('CREATE'), undo: change('DELETE') }]
}

const isRecord = (value: unknown): value is { name: string; type: string; aliasTo: string } =>
  typeof value === 'object' && value !== null && 'aliasTo' in value
