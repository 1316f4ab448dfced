import type { Operation, Patch } from '@/lib/topology/patch'
import { pointer } from '@/lib/topology/pointer'

/** Words for the examples of the rules: what the templates call their parts, and the usual changes of them. */

export const innerApi = '3i95y1yx06'
export const outerApi = 'v944po9kjb'
export const regionalApi = 'iyh6euenkb'
export const endpoint = 'vpce-0d4d61b31cecd49fc'
export const endpointGroup = 'sg-0a0000000000e9001'
export const providerVpc = 'vpc-0aaa1111bbbb2222c'
export const taskNlb = 'web-app-fargate-nlb-internal'
export const taskGroup = 'web-app-fargate-nlb-tg'
export const endpointNlb = 'web-app-fargate-nlb-internal2'
export const endpointTargets = 'web-app-fargate-nlb-internal-tg2'
export const taskLink = 't0f7wl'
export const endpointLink = 'lsm4cw'

/** The deployment that stage dev of each API serves in the templates. */
const served = { private: 'p1d001', outer: 'p2d001', regional: 'r3gd01' } as const

export const put = (path: readonly string[], value: unknown): Operation => ({
  op: 'add',
  path: pointer(['resources', ...path]),
  value,
})

/** In a list `put` would insert; this takes the place of what is there. */
export const change = (path: readonly string[], value: unknown): Operation => ({
  op: 'replace',
  path: pointer(['resources', ...path]),
  value,
})

export const remove = (...path: string[]): Operation => ({ op: 'remove', path: pointer(['resources', ...path]) })

/** A change that is saved and deployed: of the API of `private-api`, or of the outer one of `two-api-chain`. */
export const inBoth = (api: keyof typeof served, path: readonly string[], value: unknown): Patch => {
  const id = { private: innerApi, outer: outerApi, regional: regionalApi }[api]
  return [put([id, ...path], value), put([id, 'deployments', served[api], 'api', ...path], value)]
}

interface Written {
  Effect: 'Allow' | 'Deny'
  Principal?: unknown
  NotPrincipal?: unknown
  Action?: string
  Resource?: string
  Condition?: Record<string, Record<string, unknown>>
}

/** A policy as people write it; what is not given is everybody, invoke and everything. */
export const policyText = (...statements: Written[]): { text: string } => ({
  text: JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map((s) => ({
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/*',
      ...s,
    })),
  }),
})

/** The resource policy of the API of `private-api`, saved and deployed. */
export const resourcePolicy = (...statements: Written[]): Patch =>
  inBoth('private', ['policy'], policyText(...statements))

export const endpointPolicy = (...statements: Written[]): Patch => [
  put([endpoint, 'policyDocument'], policyText(...statements.map((s) => ({ Resource: '*', ...s })))),
]
