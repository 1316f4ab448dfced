import { invokeArn } from '@/lib/naming/arns'
import type { Owner, Part } from '@/lib/templates/part'
import { interfaceEndpoint } from '@/lib/templates/pieces/interfaceEndpoint'
import { type Permission, tcpFrom } from '@/lib/templates/pieces/network'
import { premisesCidr } from './callers/onPremises'
import { peerCidr } from './callers/peeredVpc'
import { narrowGroup, tcpGroups } from './groups'
import { asks, type Plan } from './plan'
import { serviceVpcIds } from './serviceVpc'

interface Entrance {
  word: string
  owner: Owner
  vpc: string
  interfaces: Parameters<typeof interfaceEndpoint>[2]['interfaces']
  from: Permission[]
}

/** An execute-api endpoint whose group lets in these callers on 443 and whose policy lets through this API alone. */
export function entrance(plan: Plan, { word, owner, vpc, interfaces, from }: Entrance): Part {
  const { ids, choices, setting } = plan
  const [id, group] = [ids.endpoint(word), ids.group(`endpoint-${word}`)]
  const drawn = interfaceEndpoint(setting, owner, {
    id,
    name: `${choices.name} ${word} execute-api`,
    random: ids.random(word),
    vpc,
    interfaces,
    securityGroup: group,
  })[id]
  return {
    ...narrowGroup(owner, vpc, group, `${word} endpoint`, { from, to: [] }),
    ...(drawn ? { [id]: { ...drawn, policyDocument: { text: onlyThisApi(plan) } } } : {}),
  }
}

/** The entrance in the service's VPC, for everybody who is connected with it. */
export function serviceEntrance(plan: Plan): Part {
  const { vpc, a, b } = serviceVpcIds(plan)
  return entrance(plan, {
    word: 'service',
    owner: plan.owner,
    vpc,
    interfaces: [
      { subnet: a, address: '10.20.1.75', zone: 'a' },
      { subnet: b, address: '10.20.17.75', zone: 'b' },
    ],
    from: [
      ...(asks(plan, 'same-vpc') ? [tcpGroups(443, plan.ids.group('client-same-vpc'))] : []),
      ...(asks(plan, 'peered-vpc') ? [tcpFrom(443, peerCidr)] : []),
      ...(asks(plan, 'on-premises') ? [tcpFrom(443, premisesCidr)] : []),
    ],
  })
}

// A principal other than "*" would shut out callers that do not sign
// (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-endpoint-policies.html).
const onlyThisApi = ({ ids, owner }: Plan) =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: invokeArn({ region: owner.region, accountId: owner.account }, ids.api),
        },
      ],
    },
    null,
    2,
  )
