import { idOf, regionOf } from '@/lib/export/awsCli/command'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import { called, type Flag, line, reads, rowsOf } from './line'
import type { Commands, Reading } from './step'

interface Rule {
  ipProtocol: string
  fromPort?: number
  toPort?: number
  cidrs?: string[]
}

const permissions = ({ ipProtocol, fromPort, toPort, cidrs = [] }: Rule) => {
  const [four, six] = [cidrs.filter((c) => !c.includes(':')), cidrs.filter((c) => c.includes(':'))]
  return JSON.stringify([
    {
      IpProtocol: ipProtocol,
      FromPort: fromPort,
      ToPort: toPort,
      ...(four.length > 0 ? { IpRanges: four.map((CidrIp) => ({ CidrIp })) } : {}),
      ...(six.length > 0 ? { Ipv6Ranges: six.map((CidrIpv6) => ({ CidrIpv6 })) } : {}),
    },
  ])
}

/** https://docs.aws.amazon.com/cli/latest/reference/ec2/authorize-security-group-ingress.html */
export const securityGroupCommands: Commands = (doc, after, id, operation) => {
  const [, , field, at] = keysOf(operation.path)
  if (operation.op !== 'add' || at !== '-' || !isRule(operation.value)) return []
  const egress = field === 'ipPermissionsEgress'
  const side = egress ? 'egress' : 'ingress'
  const flags: Flag[] = [
    ['--group-id', idOf(doc, id)],
    ['--ip-permissions', permissions(operation.value)],
    ...regionOf(doc, id),
  ]
  return [
    {
      does: { command: line(`ec2 authorize-security-group-${side}`, flags), reading: rulesOf(doc, id, egress) },
      undoes: { command: line(`ec2 revoke-security-group-${side}`, flags), reading: rulesOf(after, id, egress) },
    },
  ]
}

const isRule = (value: unknown): value is Rule => typeof value === 'object' && value !== null && 'ipProtocol' in value

/** One row a rule, as AWS counts them: https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-security-group-rules.html */
function rulesOf(doc: TopologyDocument, id: string, egress: boolean): Reading {
  const group = resourceOf(doc, id, 'securityGroup')
  const rows = (egress ? group?.ipPermissionsEgress : group?.ipPermissions)?.flatMap((rule) =>
    [
      ...(rule.cidrs ?? []),
      ...(rule.groups ?? []).map((g) => idOf(doc, g)),
      ...(rule.prefixLists ?? []).map((p) => idOf(doc, p)),
    ].map((source) => [rule.ipProtocol, rule.fromPort ?? -1, rule.toPort ?? -1, source]),
  )
  const source = 'CidrIpv4||CidrIpv6||PrefixListId||ReferencedGroupInfo.GroupId'
  return {
    of: `The ${egress ? 'outbound' : 'inbound'} rules of ${called(doc, id)}`,
    command: reads(
      'ec2 describe-security-group-rules',
      [['--filters', `Name=group-id,Values=${idOf(doc, id)}`], ...regionOf(doc, id)],
      `SecurityGroupRules[?IsEgress==\`${egress}\`].[IpProtocol,FromPort,ToPort,${source}]`,
    ),
    expects: rowsOf(rows ?? []),
    as: 'rows',
  }
}

interface Entry {
  ruleNumber: number
  egress: boolean
  protocol: string
  cidrBlock: string
  ruleAction: string
  portRange?: { from: number; to: number }
}

/** https://docs.aws.amazon.com/cli/latest/reference/ec2/create-network-acl-entry.html */
export const aclCommands: Commands = (doc, after, id, operation) => {
  if (operation.op !== 'add' || !isEntry(operation.value)) return []
  const { ruleNumber, egress, protocol, cidrBlock, ruleAction, portRange } = operation.value
  const where: Flag[] = [
    ['--network-acl-id', idOf(doc, id)],
    ['--rule-number', String(ruleNumber)],
    [egress ? '--egress' : '--ingress'],
    ...regionOf(doc, id),
  ]
  const what: Flag[] = [
    ['--protocol', numberOf(protocol)],
    ['--rule-action', ruleAction],
    [cidrBlock.includes(':') ? '--ipv6-cidr-block' : '--cidr-block', cidrBlock],
    ...(portRange ? [portFlag(portRange)] : []),
  ]
  return [
    {
      does: { command: line('ec2 create-network-acl-entry', [...where, ...what]), reading: entriesOf(doc, id, egress) },
      undoes: { command: line('ec2 delete-network-acl-entry', where), reading: entriesOf(after, id, egress) },
    },
  ]
}

const portFlag = ({ from, to }: { from: number; to: number }): Flag => ['--port-range', `From=${from},To=${to}`]

/** https://www.iana.org/assignments/protocol-numbers */
const numberOf = (protocol: string) => ({ icmp: '1', tcp: '6', udp: '17' })[protocol] ?? protocol

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && 'ruleNumber' in value

/** Rule 32767 cannot be changed: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html */
const last = 32767

function entriesOf(doc: TopologyDocument, id: string, egress: boolean): Reading {
  const rows = resourceOf(doc, id, 'networkAcl')
    ?.entries.filter((e) => e.egress === egress && e.ruleNumber !== last)
    .map((e) => [e.ruleNumber, numberOf(e.protocol), e.ruleAction, e.cidrBlock, e.portRange?.from, e.portRange?.to])
  return {
    of: `The ${egress ? 'outbound' : 'inbound'} entries of ${called(doc, id)}`,
    command: reads(
      'ec2 describe-network-acls',
      [['--network-acl-ids', idOf(doc, id)], ...regionOf(doc, id)],
      `NetworkAcls[0].Entries[?Egress==\`${egress}\` && RuleNumber!=\`${last}\`].[RuleNumber,Protocol,RuleAction,CidrBlock||Ipv6CidrBlock,PortRange.From,PortRange.To]`,
    ),
    expects: rowsOf(rows ?? []),
    as: 'rows',
  }
}
