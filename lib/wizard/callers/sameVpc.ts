import type { Part } from '@/lib/templates/part'
import { tcpGroups } from '../groups'
import type { Plan } from '../plan'
import { serviceVpcIds } from '../serviceVpc'
import { client } from './client'

export function sameVpc(plan: Plan): Part {
  const { vpc, a } = serviceVpcIds(plan)
  return client(plan, {
    word: 'same-vpc',
    owner: plan.owner,
    vpc,
    subnet: a,
    address: '10.20.2.10',
    to: [tcpGroups(443, plan.ids.group('endpoint-service'))],
  })
}
