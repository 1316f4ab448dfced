import { readFileSync } from 'node:fs'
import { authorize } from '@/lib/policy/authorize'
import { type PolicyCase, policyCase, requestOf } from '@/lib/policy/cases'
import type { AuthorizeRequest } from '@/lib/policy/decide'
import { parsePolicy } from '@/lib/policy/parse'
import { iamSimulate, type Simulation } from './measure/iamSimulate'
import { alternating, finish, reportAtLeast } from './measure/ratio'

/**
 * Evaluations a second against those of iam-simulate, on the oracle's cases that both can express and agree on. Both
 * read and validate the policies before.
 */
const simulator = await iamSimulate()
const cases = policyCase.array().parse(JSON.parse(readFileSync('cases/oracle/policy-cases.json', 'utf8')))

/** The simulator knows no authorizer, no custom domain name, and nothing that is unknown. */
const isExpressible = (one: PolicyCase): boolean =>
  (one.authorizationType === 'NONE' || one.authorizationType === 'AWS_IAM') &&
  one.domainPolicy === undefined &&
  one.contextUnknown === undefined &&
  one.policiesUnknown === undefined &&
  one.authorizationHeader === undefined

function ours(one: PolicyCase): AuthorizeRequest {
  const request = requestOf(one)
  const { endpointPolicy, resourcePolicy, identityPolicies = [] } = request
  return {
    ...request,
    endpointPolicy: typeof endpointPolicy === 'string' ? parsePolicy('endpoint', endpointPolicy) : null,
    resourcePolicy: typeof resourcePolicy === 'string' ? parsePolicy('resource', resourcePolicy) : null,
    identityPolicies: identityPolicies.map((p) => (typeof p === 'string' ? parsePolicy('identity', p) : p)),
  }
}

function theirs(one: PolicyCase): Simulation {
  const { caller, methodArn, resourceAccount, context } = one
  const { endpointPolicy, resourcePolicy, identityPolicies = [] } = requestOf(one)
  const { createValidatedPolicy, validateEndpointPolicy, validateIdentityPolicy, validateResourcePolicy } = simulator
  return {
    request: {
      principal: caller === 'anonymous' ? simulator.anonymousPrincipal : caller,
      action: 'execute-api:Invoke',
      resource: { resource: methodArn, accountId: resourceAccount },
      contextVariables: context,
    },
    identityPolicies: identityPolicies.flatMap((text, i) =>
      typeof text === 'string'
        ? [{ name: `identity ${i}`, policy: createValidatedPolicy(JSON.parse(text), validateIdentityPolicy) }]
        : [],
    ),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    ...(typeof resourcePolicy === 'string'
      ? { resourcePolicy: createValidatedPolicy(JSON.parse(resourcePolicy), validateResourcePolicy) }
      : {}),
    ...(typeof endpointPolicy === 'string'
      ? {
          vpcEndpointPolicies: [
            { name: 'endpoint', policy: createValidatedPolicy(JSON.parse(endpointPolicy), validateEndpointPolicy) },
          ],
        }
      : {}),
  }
}

const word: Record<string, string> = {
  Allowed: 'allow',
  ExplicitlyDenied: 'explicitDeny',
  ImplicitlyDenied: 'implicitDeny',
}

const requests: AuthorizeRequest[] = []
const simulations: Simulation[] = []
for (const one of cases.filter(isExpressible)) {
  const request = ours(one)
  const { decision } = authorize(request)
  if (decision === 'invalid' || decision === 'unknown') continue
  const simulation = theirs(one)
  const { overallResult = '' } = await simulator.runSimulation(simulation, {})
  if (word[overallResult] !== decision) continue
  requests.push(request)
  simulations.push(simulation)
}
if (requests.length < 50) throw new Error(`Only ${requests.length} cases on which both agree.`)

/** Evaluations a second. */
const rate = (started: number, evaluations: number) => (evaluations * 1000) / (performance.now() - started)

const loops = 100
const rates = await alternating(
  7,
  () => {
    const started = performance.now()
    for (let i = 0; i < loops; i++) for (const request of requests) authorize(request)
    return rate(started, loops * requests.length)
  },
  async () => {
    const started = performance.now()
    for (const simulation of simulations) await simulator.runSimulation(simulation, {})
    return rate(started, simulations.length)
  },
)
reportAtLeast(`policy evaluations a second against iam-simulate, on ${requests.length} cases`, rates, 100, 'a second')
finish()
