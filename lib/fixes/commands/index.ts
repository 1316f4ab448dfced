import { quote } from '@/lib/invocation/curl/shell/quote'
import { type Resource, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { keysOf } from '@/lib/topology/pointer'
import type { Fix } from '@/lib/trace/trace'
import { balancerCommands, groupCommands } from './balancer'
import { apiCommands, endpointCommands } from './gateway'
import { aclCommands, routeCommands, securityGroupCommands, zoneCommands } from './network'
import type { Commands } from './step'

const byKind: Partial<Record<Resource['kind'], Commands>> = {
  securityGroup: securityGroupCommands,
  networkAcl: aclCommands,
  routeTable: routeCommands,
  hostedZone: zoneCommands,
  vpcEndpoint: endpointCommands,
  restApi: apiCommands,
  loadBalancer: balancerCommands,
  targetGroup: groupCommands,
}

/**
 * The AWS CLI commands of a patch: they follow from it, so the two cannot differ. Each account's block begins by making
 * sure that the caller is in it.
 */
export function commandsOf(doc: TopologyDocument, patch: Patch): Pick<Fix, 'commands' | 'undo'> {
  const after = applyPatch(doc, patch)
  const commands: Fix['commands'] = []
  const undo: NonNullable<Fix['undo']> = []
  for (const operation of patch) {
    const [, id = ''] = keysOf(operation.path)
    const resource = doc.resources[id]
    const account = resourceOf(doc, resource?.account, 'account')?.accountId
    const at = account === undefined ? {} : { account }
    for (const step of (resource && byKind[resource.kind]?.(doc, after, id, operation)) ?? []) {
      if (account !== undefined && !commands.some((c) => c.account === account))
        commands.push({ command: guard(account), ...at })
      commands.push({ command: step.command, ...at, ...noteOf(step.command) })
      if (step.undo !== undefined) undo.unshift({ command: step.undo, ...at, ...noteOf(step.undo) })
    }
  }
  return { commands, ...(undo.length > 0 ? { undo } : {}) }
}

const guard = (account: string) =>
  `[ "$(aws sts get-caller-identity --query Account --output text)" = ${quote(account, 'sh')} ] || { echo 'These credentials are not of account ${account}.' >&2; exit 1; }`

const noteOf = (command: string) => {
  const missing = [...new Set(command.match(/<\w+ of [^>]+>/g) ?? [])]
  return missing.length === 0 ? {} : { note: `Fill in ${missing.join(', ')}.` }
}
