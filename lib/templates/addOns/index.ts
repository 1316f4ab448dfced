import type { Part } from '../part'
import type { Setting } from '../setting'
import { account2 } from './account2'
import { albV2 } from './albV2'
import { customDomain } from './customDomain'
import { nlbSecurityGroup } from './nlbSecurityGroup'
import { onPremises } from './onPremises'
import { peer } from './peer'
import { providerEndpoint } from './providerEndpoint'

/** What may be added to a chain. One that moves the chain names its region; the others add resources. */
export interface AddOn {
  name: string
  says: string
  region?: string
  add?: (part: Part, setting: Setting) => Part
}

export const addOns: readonly AddOn[] = [
  { name: 'peer', says: 'A VPC peered with the provider VPC, with a client and no endpoint of its own.', add: peer },
  { name: 'on-premises', says: 'A data center behind Direct Connect, with its own DNS servers.', add: onPremises },
  { name: 'account2', says: "Another account's VPC with its own endpoint and a client.", add: account2 },
  {
    name: 'provider-endpoint',
    says: 'An execute-api endpoint with private DNS in the provider VPC.',
    add: providerEndpoint,
  },
  { name: 'us-east-1', says: 'The whole chain in us-east-1; ids stay.', region: 'us-east-1' },
  {
    name: 'custom-domain',
    says: 'The private custom domain private.example.com in front of the private API.',
    add: customDomain,
  },
  {
    name: 'alb-v2',
    says: 'A VPC link of version 2 to an internal Application Load Balancer.',
    add: albV2,
  },
  {
    name: 'nlb-sg',
    says: 'The internal NLB with a security group that is not asked for PrivateLink traffic.',
    add: nlbSecurityGroup,
  },
]
