import { writePolicy } from '@/lib/policy/templates'
import type { Part } from '@/lib/templates/part'
import { internetClient } from '@/lib/templates/pieces/internetClient'
import { deploy } from '@/lib/topology/deployment'
import { schemaVersion, type TopologyDocument } from '@/lib/topology/document'
import { onPremises } from './callers/onPremises'
import { ownVpc } from './callers/ownVpc'
import { peeredVpc } from './callers/peeredVpc'
import { sameVpc } from './callers/sameVpc'
import type { Choices } from './choices'
import { serviceEntrance } from './entrance'
import { lambda, resourcesOf } from './methods'
import { asks, type Plan, planOf, sharesEndpoint } from './plan'
import { service } from './service'
import { serviceVpc } from './serviceVpc'
import { type CallerPlace, needsLink } from './words'

const callers: Record<CallerPlace, (plan: Plan) => Part> = {
  'same-vpc': sameVpc,
  'own-vpc': ownVpc,
  'peered-vpc': peeredVpc,
  'on-premises': onPremises,
}

/** A whole private API chain from a page of choices: each thing lets in only what comes before it. Not laid out. */
export function drawChain(choices: Choices): TopologyDocument {
  const plan = planOf(choices)
  const shared = sharesEndpoint(plan)
  const resources: Part = {
    ...accounts(plan),
    ...(shared || needsLink(choices) ? serviceVpc(plan) : {}),
    ...(shared ? serviceEntrance(plan) : {}),
    ...(needsLink(choices) ? service(plan) : {}),
    ...(choices.integration === 'AWS_PROXY' ? lambda(plan) : {}),
    ...api(plan),
    ...Object.assign({}, ...[...new Set(choices.callers)].map((place) => callers[place](plan))),
    ...internetClient,
  }
  return { schemaVersion, name: choices.name, resources, layout: {} }
}

function accounts({ choices }: Plan): Part {
  const numbers = [...new Set([choices.account, ...(choices.callerAccount ? [choices.callerAccount] : [])])]
  return Object.fromEntries(
    numbers.map((accountId) => [
      accountId,
      {
        kind: 'account' as const,
        name: accountId === choices.account ? 'provider' : 'caller',
        accountId,
      },
    ]),
  )
}

function api(plan: Plan): Part {
  const { ids, choices, owner, stage } = plan
  const own = asks(plan, 'own-vpc') ? [ids.endpoint('caller')] : []
  const [first = ids.endpoint('service'), ...more] = sharesEndpoint(plan) ? [ids.endpoint('service'), ...own] : own
  const saved = {
    kind: 'restApi' as const,
    name: choices.name,
    physicalId: ids.api,
    ...owner,
    policy: {
      text: writePolicy(
        { name: 'only-endpoints', endpoints: [first, ...more] },
        { region: owner.region, accountId: owner.account, apiId: ids.api },
      ),
    },
    endpointConfiguration: { type: 'PRIVATE' as const, vpcEndpointIds: [first, ...more] },
    disableExecuteApiEndpoint: false,
    securityPolicy: 'TLS_1_2',
    resources: resourcesOf(plan),
    deployments: {},
    stages: {},
  }
  return { [ids.api]: deploy(saved, ids.deployment, stage) }
}
