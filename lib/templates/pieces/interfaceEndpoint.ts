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

/** In China execute-api is named with a leading `cn.` (https://docs.amazonaws.cn/en_us/vpc/latest/privatelink/aws-services-privatelink-support.html). */
export const executeApiService = ({ region, partition }: Setting) =>
  `${partition.name === 'aws-cn' ? 'cn.' : ''}com.amazonaws.${region}.execute-api`

/** An execute-api endpoint with private DNS and full access. */
export const interfaceEndpoint = (setting: Setting, owner: Owner, facts: InterfaceEndpoint): Part => {
  const { id, name, random, vpc, interfaces, securityGroup } = facts
  const { region, partition, zones } = setting
  const own = (words: string) => `${words}.execute-api.${region}.vpce.${partition.dnsSuffix}`
  const shared = `execute-api.${region}.${partition.dnsSuffix}`
  return {
    [id]: {
      kind: 'vpcEndpoint',
      name,
      physicalId: id,
      ...owner,
      vpc,
      vpcEndpointType: 'Interface',
      serviceName: executeApiService(setting),
      state: 'available',
      ipAddressType: 'ipv4',
      privateDnsEnabled: true,
      policyDocument: fullAccess,
      securityGroups: [securityGroup],
      networkInterfaces: interfaces.map(({ subnet, address }) => ({ subnet, privateIpAddress: address })),
      dnsEntries: [
        own(`${id}-${random}`),
        ...interfaces.map(({ zone }) => own(`${id}-${random}-${zones[zone].name}`)),
        shared,
        `*.${shared}`,
      ],
    },
  }
}
