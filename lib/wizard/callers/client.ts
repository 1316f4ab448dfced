import type { Owner, Part } from '@/lib/templates/part'
import { clientInstance } from '@/lib/templates/pieces/clientInstance'
import type { Permission } from '@/lib/templates/pieces/network'
import { narrowGroup } from '../groups'
import type { Plan } from '../plan'

interface Client {
  word: string
  owner: Owner
  vpc: string
  subnet: string
  address: string
  to: Permission[]
}

/** An instance that may call HTTPS where it has to, and into which nothing comes. */
export function client({ ids }: Plan, { word, owner, vpc, subnet, address, to }: Client): Part {
  const group = ids.group(`client-${word}`)
  return {
    ...narrowGroup(owner, vpc, group, `client ${word}`, { from: [], to }),
    ...clientInstance(owner, {
      vantage: `client-${word}`,
      physicalId: ids.instance(word),
      subnet,
      address,
      securityGroup: group,
    }),
  }
}
