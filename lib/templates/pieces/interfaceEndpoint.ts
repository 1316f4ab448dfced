import { endpointHost, serviceHost } from '@/lib/naming/executeApi'
import { executeApiServiceName } from '@/lib/naming/serviceName'
import type { Owner, Part } from '../part'
import type { Setting, ZoneLetter } from '../setting'
import { fullAccess } from './policies'

interface InterfaceEndpoint {
  id: string
  name: string
  /** The part of the DNS name that AWS draws at random; it cannot be derived from the id. */
  random: string
  vpc: string
  interfaces: { subnet: string; address: string; zone: ZoneLetter }[]
  securityGroup: string
}

/** An execute-api endpoint with private DNS and full access. */
export const interfaceEndpoint = ({ region, zones }: Setting, owner: Owner, facts: InterfaceEndpoint): Part => {
  const { id, name, random, vpc, interfaces, securityGroup } = facts
  return {
    [id]: {
      kind: 'vpcEndpoint',
      name,
      physicalId: id,
      ...owner,
      vpc,
      vpcEndpointType: 'Interface',
      serviceName: executeApiServiceName(region),
      state: 'available',
      ipAddressType: 'ipv4',
      privateDnsEnabled: true,
      policyDocument: fullAccess,
      securityGroups: [securityGroup],
      networkInterfaces: interfaces.map(({ subnet, address }) => ({ subnet, privateIpAddress: address })),
      dnsEntries: [
        endpointHost(id, random, region),
        ...interfaces.map(({ zone }) => endpointHost(id, random, region, zones[zone].name)),
        serviceHost(region),
        `*.${serviceHost(region)}`,
      ],
    },
  }
}
