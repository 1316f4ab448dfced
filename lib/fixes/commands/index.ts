import { type Resource, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { keysOf } from '@/lib/topology/pointer'
import type { Fix } from '@/lib/trace/trace'
import { balancerCommands } from './balancer'
import { block, type Site } from './block'
import { domainCommands } from './domain'
import { endpointCommands, vpcCommands } from './endpoint'
import { lambdaCommands, planCommands, principalCommands, serviceCommands } from './permissions'
import { apiCommands } from './restApi'
import { routeCommands, zoneCommands } from './routes'
import { aclCommands, securityGroupCommands } from './rules'
import type { Act, Commands } from './step'
import { groupCommands } from './targetGroup'

const byKind: Partial<Record<Resource['kind'], Commands>> = {
  securityGroup: securityGroupCommands,
  networkAcl: aclCommands,
  routeTable: routeCommands,
  hostedZone: zoneCommands,
  vpc: vpcCommands,
  vpcEndpoint: endpointCommands,
  restApi: apiCommands,
  domainName: domainCommands,
  usagePlan: planCommands,
  lambdaFunction: lambdaCommands,
  principal: principalCommands,
  ecsService: serviceCommands,
  loadBalancer: balancerCommands,
  targetGroup: groupCommands,
}

/**
 * The AWS CLI commands of a patch, one block for each account: they follow from the patch, so the two cannot differ.
 * What is undone last was done first.
 */
export function commandsOf(doc: TopologyDocument, patch: Patch): Pick<Fix, 'commands' | 'undo'> {
  const after = applyPatch(doc, patch)
  const sites = new Map<string, { site: Site; does: Act[]; undoes: Act[] }>()
  for (const operation of patch) {
    const [, id = ''] = keysOf(operation.path)
    const resource = doc.resources[id]
    for (const { at, does, undoes } of (resource && byKind[resource.kind]?.(doc, after, id, operation)) ?? []) {
      const place = doc.resources[at ?? id]
      const account = resourceOf(doc, place?.account, 'account')?.accountId
      const region = place?.region
      const site: Site = {
        ...(account === undefined ? {} : { account }),
        ...(region === undefined ? {} : { region }),
      }
      const held = sites.get(account ?? '') ?? { site, does: [], undoes: [] }
      held.does.push(does)
      held.undoes.unshift(undoes)
      sites.set(account ?? '', held)
    }
  }
  const blocks = [...sites.values()]
  return {
    commands: blocks.map(({ site, does }) => blockOf(site, does)),
    ...(blocks.length > 0 ? { undo: blocks.map(({ site, undoes }) => blockOf(site, undoes)).reverse() } : {}),
  }
}

function blockOf(site: Site, acts: Act[]): Fix['commands'][number] {
  const command = block(site, acts)
  const gaps = [...new Set(command.match(/<\w+ of [^>]+>/g) ?? [])]
  const notes = [
    ...acts.flatMap(({ note }) => note ?? []),
    ...(site.account === undefined ? ['In which account this stands is not known: look before you run it.'] : []),
    ...(gaps.length > 0 ? [`Fill in ${gaps.join(', ')}.`] : []),
  ]
  return {
    command,
    ...(site.account === undefined ? {} : { account: site.account }),
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
  }
}
