import { allRegions, type Partition, partitionOf } from '@/lib/naming/partitions'

export interface Zone {
  name: string
  id: string
}

/** Where a chain stands: everything in it that follows from the region. */
export interface Setting {
  region: string
  partition: Partition
  zones: { a: Zone; b: Zone; c: Zone }
}

export type ZoneLetter = keyof Setting['zones']

export const guideRegion = 'cn-northwest-1'

// A region newer than this program is taken when its name says where it lies; "cn-norhtwest-1" is a typing error.
const somewhere = /-(north|south|east|west|central|(north|south)(east|west))-\d+$/

/** The setting of a region, or undefined where no partition has such a region. */
export function settingOf(region: string): Setting | undefined {
  const partition = partitionOf(region)
  if (!partition || !(allRegions.includes(region) || somewhere.test(region))) return undefined
  const zone = (letter: string, n: number): Zone => ({ name: `${region}${letter}`, id: `${zoneWord(region)}-az${n}` })
  return { region, partition, zones: { a: zone('a', 1), b: zone('b', 2), c: zone('c', 3) } }
}

/**
 * Zone ids shorten the region: cn-northwest-1 gives cnnw1, us-east-1 gives use1, us-gov-west-1 gives usgw1
 * (https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html).
 */
function zoneWord(region: string): string {
  const [area, ...words] = region.split('-')
  return `${area}${words
    .map((word) => word.replace(/^(north|south)(east|west)$/, '$1-$2'))
    .flatMap((word) => word.split('-'))
    .map((word) => word.charAt(0))
    .join('')}`
}
