import { regionOf } from '@/lib/export/awsCli/command'
import { usagePlans } from '@/lib/network/perDocument'
import { resourceOf } from '@/lib/topology/document'
import type { Fix } from '@/lib/trace/trace'
import { aboutOf, type Stopped } from '../proposal'
import { stageOf } from '../stageOf'
import { commandsOf } from '.'
import { block } from './block'
import { type Flag, reads } from './line'

/** Commands to what somebody has to do or to look at where the topology cannot be mended: an answer is theirs to judge. */
export function adviceCommands(stopped: Stopped): Pick<Fix, 'commands' | 'undo'> {
  const { doc, check } = stopped
  const id = aboutOf(stopped)
  if (check.id === 'api-key.valid') return { commands: keys(stopped) }
  const service = check.id === 'service.running' ? resourceOf(doc, id, 'ecsService') : undefined
  if (!service) return { commands: [] }
  if (service.desiredCount === 0)
    return commandsOf(doc, [{ op: 'replace', path: `/resources/${id}/desiredCount`, value: 1 }])
  const where: Flag[] = [['--cluster', service.cluster], ['--services', service.name ?? id], ...regionOf(doc, id)]
  return { commands: looks(stopped, id, [reads('ecs describe-services', where, 'services[0].events[:10].message')]) }
}

/** The keys of the plans that cover the stage: their values are secrets, and stand in AWS alone. */
function keys(stopped: Stopped): Fix['commands'] {
  const { doc, hop } = stopped
  const stage = stageOf(hop.checks)
  const found = usagePlans(doc).flatMap(([, plan]) =>
    plan.apiStages.some((s) => s.restApi === hop.resource && s.stage === stage)
      ? plan.apiKeys.flatMap((key) => (key.enabled ? [key.id] : []))
      : [],
  )
  const commands = found.map((key) =>
    reads('apigateway get-api-key', [['--api-key', key], ['--include-value'], ...regionOf(doc, hop.resource)], 'value'),
  )
  return commands.length === 0 ? [] : looks(stopped, hop.resource, commands)
}

function looks({ doc }: Stopped, id: string, commands: string[]): Fix['commands'] {
  const { region, account: holder } = doc.resources[id] ?? {}
  const account = resourceOf(doc, holder, 'account')?.accountId
  const site = { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) }
  const command = block(
    site,
    commands.map((each) => ({ command: each })),
  )
  return [{ command, ...(account === undefined ? {} : { account }) }]
}
