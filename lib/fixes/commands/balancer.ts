import { awsCommand, type Option, regionOf } from '@/lib/export/awsCli/command'
import { resourceOf, type Target, type TopologyDocument } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import type { Commands, Step } from './step'

const arnOf = (doc: TopologyDocument, id: string) =>
  doc.resources[id]?.arn ?? `<arn of ${doc.resources[id]?.name ?? id}>`

/** https://docs.aws.amazon.com/cli/latest/reference/elbv2/index.html */
export const balancerCommands: Commands = (doc, after, id, operation) => {
  const field = keysOf(operation.path)[2]
  const where: Option[] = [['--load-balancer-arn', arnOf(doc, id)], ...regionOf(doc, id)]
  const [before, now] = [resourceOf(doc, id, 'loadBalancer'), resourceOf(after, id, 'loadBalancer')]
  if (field === 'enforceSecurityGroupInboundRulesOnPrivateLinkTraffic') {
    const groups = (now?.securityGroups ?? []).map((g) => doc.resources[g]?.physicalId ?? `<id of ${g}>`).join(' ')
    const set = (word: string) =>
      `${awsCommand('elbv2 set-security-groups', [...where, ['--enforce-security-group-inbound-rules-on-private-link-traffic', word]])} \\\n  --security-groups ${groups}`
    return [{ command: set('off'), undo: set(before?.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic ?? 'on') }]
  }
  if (field === 'attributes')
    return attributes('elbv2 modify-load-balancer-attributes', where, before?.attributes, now?.attributes)
  const added = field === 'listeners' ? now?.listeners.at(-1) : undefined
  const [target] = added?.default.type === 'forward' ? added.default.targetGroups : []
  if (!added || !target) return []
  const action = JSON.stringify([{ Type: 'forward', TargetGroupArn: arnOf(doc, target.targetGroup) }])
  const options: Option[] = [
    ...where,
    ['--protocol', added.protocol],
    ['--port', String(added.port)],
    ['--default-actions', action],
  ]
  return [{ command: awsCommand('elbv2 create-listener', options) }]
}

export const groupCommands: Commands = (doc, after, id, operation) => {
  const field = keysOf(operation.path)[2]
  const where: Option[] = [['--target-group-arn', arnOf(doc, id)], ...regionOf(doc, id)]
  const [before, now] = [resourceOf(doc, id, 'targetGroup'), resourceOf(after, id, 'targetGroup')]
  if (field === 'attributes')
    return attributes('elbv2 modify-target-group-attributes', where, before?.attributes, now?.attributes)
  if (field !== 'targets') return []
  const [gone, come] = [left(before?.targets, now?.targets), left(now?.targets, before?.targets)]
  const change = (words: string, list: Target[]) =>
    awsCommand(`elbv2 ${words}`, [
      ...where,
      ['--targets', JSON.stringify(list.map((t) => ({ Id: t.id, Port: t.port })))],
    ])
  return [
    ...(come.length > 0
      ? [{ command: change('register-targets', come), undo: change('deregister-targets', come) }]
      : []),
    ...(gone.length > 0
      ? [{ command: change('deregister-targets', gone), undo: change('register-targets', gone) }]
      : []),
  ]
}

const left = (from: Target[] = [], without: Target[] = []) =>
  from.filter((t) => !without.some((o) => o.id === t.id && o.port === t.port))

function attributes(
  words: string,
  where: Option[],
  before: Record<string, string> = {},
  now: Record<string, string> = {},
): Step[] {
  return Object.entries(now).flatMap(([Key, Value]) => {
    if (before[Key] === Value) return []
    const set = (value: string) =>
      awsCommand(words, [...where, ['--attributes', JSON.stringify([{ Key, Value: value }])]])
    return [{ command: set(Value), undo: set(before[Key] ?? 'false') }]
  })
}
