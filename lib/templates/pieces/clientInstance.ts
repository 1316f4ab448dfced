import type { Owner, Part } from '../part'

interface ClientInstance {
  vantage: string
  physicalId: string
  subnet: string
  address: string
  securityGroup: string
}

/** An EC2 instance that calls; its logical id is the word of the vantage. */
export const clientInstance = (
  owner: Owner,
  { vantage, physicalId, subnet, address, securityGroup }: ClientInstance,
): Part => ({
  [vantage]: {
    kind: 'instance',
    name: vantage,
    physicalId,
    ...owner,
    subnet,
    privateIpAddress: address,
    securityGroups: [securityGroup],
  },
})
