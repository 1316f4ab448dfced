import { targetGroupArn } from '@/lib/naming/arns'
import type { ResourceOf, Target } from '@/lib/topology/document'
import type { Part } from '../part'
import type { Setting, ZoneLetter } from '../setting'
import { account1 } from './accounts'

interface TargetGroupFacts {
  name: string
  hash: string
  vpc: string
  protocol: string
  port: number
  healthCheck: ResourceOf<'targetGroup'>['healthCheck']
  attributes: Record<string, string>
  targets: { address: string; zone: ZoneLetter; of: NonNullable<Target['of']> }[]
}

/** A group of addresses, all registered as meant and healthy. */
export function targetGroup({ region, zones }: Setting, facts: TargetGroupFacts): Part {
  const { name, hash, vpc, protocol, port, healthCheck, attributes, targets } = facts
  return {
    [name]: {
      kind: 'targetGroup',
      name,
      arn: targetGroupArn({ region, accountId: account1 }, name, hash),
      account: account1,
      region,
      vpc,
      targetType: 'ip',
      protocol,
      port,
      healthCheck,
      attributes,
      targets: targets.map(({ address, zone, of }) => ({
        id: address,
        port,
        availabilityZone: zones[zone].name,
        of,
        health: { state: 'healthy' },
      })),
    },
  }
}

/** What AWS sets when a TCP group of addresses is made. */
export const networkAttributes = {
  'preserve_client_ip.enabled': 'false',
  'deregistration_delay.timeout_seconds': '300',
}
export const tcpCheck = { healthCheckProtocol: 'TCP', healthCheckPort: 'traffic-port' }
