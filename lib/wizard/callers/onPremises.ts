import type { Part } from '@/lib/templates/part'
import type { Plan } from '../plan'
import { serviceVpcIds } from '../serviceVpc'

export const premisesCidr = '192.168.0.0/16'

const network = 'data-center'

/** A data center whose DNS servers ask the internet: the name of the API and endpoint together resolves from there. */
export function onPremises(plan: Plan): Part {
  const gateway = plan.ids.privateGateway('premises')
  return {
    [gateway]: {
      kind: 'gateway',
      physicalId: gateway,
      ...plan.owner,
      type: 'virtualPrivate',
      vpc: serviceVpcIds(plan).vpc,
      state: 'attached',
    },
    [network]: {
      kind: 'network',
      name: 'data center',
      cidrs: [premisesCidr],
      via: gateway,
      link: 'directConnect',
      dns: { servers: 'own' },
      internetEgress: true,
    },
    'client-on-premises': { kind: 'client', name: 'client-on-premises', place: network, address: '192.168.10.20' },
  }
}
