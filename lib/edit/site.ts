import { guideRegion, type Setting, settingOf } from '@/lib/templates/setting'
import { resourceOf, resourcesOf, type TopologyDocument } from '@/lib/topology/document'
import { vpcOf } from '@/lib/topology/vpcOf'

/** Where something new comes to stand. */
export interface Site {
  document: TopologyDocument
  account: string | undefined
  accountId: string
  setting: Setting
  vpc: string | undefined
  /** Those of one route table and one ACL, one for each zone; the chosen one comes first. */
  subnets: string[]
  network: string | undefined
}

const someAccount = '111122223333'

/** The site that a container, or any resource in one, gives; without one what the document leaves no choice about. */
export function siteOf(document: TopologyDocument, into: string | undefined): Site {
  const resource = into === undefined ? undefined : document.resources[into]
  const vpc = resource?.kind === 'vpc' ? into : resource && vpcOf(document, resource)
  const account =
    resource?.kind === 'account'
      ? into
      : (resource?.account ?? resourceOf(document, vpc, 'vpc')?.account ?? only(document))
  const region = resource?.region ?? resourceOf(document, vpc, 'vpc')?.region ?? regionIn(document, account)
  const accountId = resourceOf(document, account, 'account')?.accountId ?? someAccount
  const setting = settingOf(region) ?? settingOf(guideRegion)
  if (!setting) throw new Error(`No setting for ${region}.`)
  return {
    document,
    account,
    accountId,
    setting,
    vpc,
    subnets: vpc === undefined ? [] : subnetsAt(document, vpc, resource?.kind === 'subnet' ? into : undefined),
    network: resource?.kind === 'network' ? into : undefined,
  }
}

const only = (document: TopologyDocument): string | undefined => resourcesOf(document, 'account')[0]?.[0]

const regionIn = (document: TopologyDocument, account: string | undefined): string => {
  const all = Object.values(document.resources)
  return (
    (all.find((r) => r.region !== undefined && r.account === account) ?? all.find((r) => r.region))?.region ??
    guideRegion
  )
}

/** Private subnets before public ones: a chain of private APIs stands in those. */
function subnetsAt(document: TopologyDocument, vpc: string, chosen: string | undefined): string[] {
  const all = resourcesOf(document, 'subnet').filter(([, subnet]) => subnet.vpc === vpc)
  const leader = all.find(([id]) => id === chosen) ?? all.find(([, subnet]) => !isOpen(document, vpc, subnet)) ?? all[0]
  if (!leader) return []
  const mates = all.filter(
    ([, subnet]) => subnet.routeTable === leader[1].routeTable && subnet.networkAcl === leader[1].networkAcl,
  )
  const zones = new Map(mates.toReversed().map(([id, subnet]) => [subnet.availabilityZone, id]))
  zones.set(leader[1].availabilityZone, leader[0])
  return [leader[0], ...[...zones.values()].filter((id) => id !== leader[0]).toReversed()]
}

function isOpen(document: TopologyDocument, vpc: string, subnet: { routeTable?: string | undefined }): boolean {
  const main = resourcesOf(document, 'routeTable').find(([, table]) => table.vpc === vpc && table.main)?.[0]
  const table = resourceOf(document, subnet.routeTable ?? main, 'routeTable')
  return table?.routes.some(({ target }) => resourceOf(document, target, 'gateway')?.type === 'internet') ?? false
}
