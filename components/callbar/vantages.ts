import type { IconName } from '@/components/icons/Icon'
import { iconOf } from '@/components/icons/kindIcon'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'

/** A place the call may start from, as the menu shows it. */
export interface VantageChoice {
  vantage: string
  name: string
  /** Where it stands, and its address. */
  place: string
  address?: string
  icon: IconName
}

export function vantageChoices(document: TopologyDocument): VantageChoice[] {
  const found: VantageChoice[] = []
  for (const [id, resource] of Object.entries(document.resources)) {
    if (resource.kind === 'instance')
      found.push({
        vantage: id,
        name: resource.name ?? id,
        place: placeOf(document, resource.subnet),
        address: resource.privateIpAddress,
        icon: iconOf(resource),
      })
    if (resource.kind === 'client')
      found.push({
        vantage: id,
        name: resource.name ?? id,
        place: placeOf(document, resource.place),
        ...(resource.address === undefined ? {} : { address: resource.address }),
        icon: iconOf(resource),
      })
  }
  const outside = found.some((choice) => choice.place === 'the internet')
  return outside ? found : [...found, { vantage: 'internet', name: 'Internet', place: 'any address', icon: 'internet' }]
}

/** The choice for a vantage that the document does not list by itself (a subnet, an address on the internet). */
export const choiceOf = (document: TopologyDocument, vantage: string): VantageChoice =>
  vantageChoices(document).find((choice) => choice.vantage === vantage) ?? {
    vantage,
    name: vantage,
    place: '',
    icon: 'client',
  }

function placeOf(document: TopologyDocument, place: string): string {
  if (place === 'internet') return 'the internet'
  const subnet = resourceOf(document, place, 'subnet')
  const vpc = resourceOf(document, subnet?.vpc, 'vpc')
  if (subnet && vpc) return `${vpc.name ?? subnet.vpc} VPC`
  return document.resources[place]?.name ?? place
}
