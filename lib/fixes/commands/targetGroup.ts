import { regionOf } from '@/lib/export/awsCli/command'
import { meaningOf } from '@/lib/network/targets'
import { resourceOf, type Target, type TopologyDocument } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import { attributes } from './attributes'
import { arnOf } from './balancer'
import { called, type Flag, line, reads, rowsOf } from './line'
import type { Act, Commands } from './step'

/** https://docs.aws.amazon.com/cli/latest/reference/elbv2/register-targets.html */
export const groupCommands: Commands = (doc, after, id, operation) => {
  const field = keysOf(operation.path)[2]
  const where: Flag[] = [['--target-group-arn', arnOf(doc, id)], ...regionOf(doc, id)]
  const [before, now] = [resourceOf(doc, id, 'targetGroup'), resourceOf(after, id, 'targetGroup')]
  if (field === 'attributes')
    return attributes('target-group', called(doc, id), where, before?.attributes, now?.attributes)
  if (field !== 'targets') return []
  const [gone, come] = [left(before?.targets, now?.targets), left(now?.targets, before?.targets)]
  const service = come.map((t) => meaningOf(t.of).service).find((s) => s !== undefined)
  const note =
    service === undefined
      ? {}
      : { note: `ECS registers the tasks of ${called(doc, service)} itself: its events say why these are not there.` }
  const act = (word: string, list: Target[], from: TopologyDocument): Act => ({
    command: line(`elbv2 ${word}-targets`, [...where, ['--targets', ...list.map(wordOf)]]),
    reading: {
      of: `The targets of ${called(doc, id)}`,
      // Targets that are leaving are still listed, and get no new connection.
      command: reads(
        'elbv2 describe-target-health',
        where,
        "TargetHealthDescriptions[?TargetHealth.State!='draining'].[Target.Id,Target.Port]",
      ),
      expects: rowsOf((resourceOf(from, id, 'targetGroup')?.targets ?? []).filter(stays).map((t) => [t.id, t.port])),
      as: 'rows',
    },
  })
  return [
    ...(come.length > 0
      ? [{ does: { ...act('register', come, doc), ...note }, undoes: act('deregister', come, after) }]
      : []),
    ...(gone.length > 0 ? [{ does: act('deregister', gone, doc), undoes: act('register', gone, after) }] : []),
  ]
}

const stays = ({ health }: Target) => health?.state !== 'draining'

const wordOf = ({ id, port }: Target) => `Id=${id}${port === undefined ? '' : `,Port=${port}`}`

const left = (from: Target[] = [], without: Target[] = []) =>
  from.filter((t) => stays(t) && !without.some((o) => o.id === t.id && o.port === t.port))
