import type { Part } from '@/lib/templates/part'
import { active, routeTable, vpcWithAcl } from '@/lib/templates/pieces/network'
import { subnets } from '@/lib/templates/pieces/subnets'
import { entrance } from '../entrance'
import { tcpGroups } from '../groups'
import type { Plan } from '../plan'
import { client } from './client'

const cidr = '10.30.0.0/16'

/** A VPC that is connected with nothing: only its own endpoint leads to the API. */
export function ownVpc(plan: Plan): Part {
  const { ids, setting, callerOwner: owner } = plan
  const [vpc, acl, table] = [ids.vpc('caller'), ids.acl('caller'), ids.table('caller')]
  const [a, b] = [ids.subnet('caller-a'), ids.subnet('caller-b')]
  return {
    ...vpcWithAcl(owner, vpc, 'caller', cidr, acl),
    ...subnets(setting, owner, vpc, acl, [
      { id: a, name: 'caller-a', cidr: '10.30.0.0/20', zone: 'a', routeTable: table },
      { id: b, name: 'caller-b', cidr: '10.30.16.0/20', zone: 'b', routeTable: table },
    ]),
    ...routeTable(owner, vpc, table, 'caller', [active(cidr, 'local')], true),
    ...entrance(plan, {
      word: 'caller',
      owner,
      vpc,
      interfaces: [
        { subnet: a, address: '10.30.1.75', zone: 'a' },
        { subnet: b, address: '10.30.17.75', zone: 'b' },
      ],
      from: [tcpGroups(443, ids.group('client-own-vpc'))],
    }),
    ...client(plan, {
      word: 'own-vpc',
      owner,
      vpc,
      subnet: a,
      address: '10.30.2.10',
      to: [tcpGroups(443, ids.group('endpoint-caller'))],
    }),
  }
}
