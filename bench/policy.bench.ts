import { readFileSync } from 'node:fs'
import { authorize } from '@/lib/policy/authorize'
import { policyCase, requestOf } from '@/lib/policy/cases'
import type { AuthorizeRequest } from '@/lib/policy/decide'
import { parsePolicy } from '@/lib/policy/parse'
import { alternating, finish, report } from './measure/ratio'

/** One authorization, its policies parsed before, against JSON.parse of the case that holds them. */
const cases = policyCase.array().parse(JSON.parse(readFileSync('cases/oracle/policy-cases.json', 'utf8')))
const texts = cases.map((one) => JSON.stringify(one))
const requests = cases.map((one): AuthorizeRequest => {
  const request = requestOf(one)
  const { endpointPolicy, resourcePolicy, authorizerPolicy, identityPolicies = [] } = request
  return {
    ...request,
    endpointPolicy: typeof endpointPolicy === 'string' ? parsePolicy('endpoint', endpointPolicy) : null,
    resourcePolicy: typeof resourcePolicy === 'string' ? parsePolicy('resource', resourcePolicy) : null,
    authorizerPolicy: typeof authorizerPolicy === 'string' ? parsePolicy('authorizer', authorizerPolicy) : null,
    identityPolicies: identityPolicies.map((p) => (typeof p === 'string' ? parsePolicy('identity', p) : p)),
  }
})
const loops = 100

/** Microseconds of one of many runs. */
function timed(work: () => void): number {
  const started = performance.now()
  for (let i = 0; i < loops; i++) work()
  return ((performance.now() - started) * 1000) / loops / cases.length
}

const evaluation = await alternating(
  15,
  () =>
    timed(() => {
      for (const request of requests) authorize(request)
    }),
  () =>
    timed(() => {
      for (const text of texts) JSON.parse(text)
    }),
)
report('one authorization against JSON.parse of its case', evaluation, 1.5, 'µs')
process.stdout.write(`       ${Math.round(1_000_000 / evaluation.ours).toLocaleString('en')} authorizations a second\n`)
finish()
