import { validCheck } from '@/lib/trace/api-key/valid'
import { link } from '@/lib/trace/check'
import { inBoth, innerApi, put } from './example'
import { plainCall } from './facts/calls'
import { methodsOf, servedApis } from './facts/snapshots'
import { defineRule } from './rule'

const key = { id: 'k1', enabled: true }
const plan = (apiKeys: unknown[]) =>
  put(['plan1'], {
    kind: 'usagePlan',
    account: '111122223333',
    apiStages: [{ restApi: innerApi, stage: 'dev' }],
    apiKeys,
  })
const required = inBoth('private', ['resources', 'p1page', 'methods', 'GET', 'apiKeyRequired'], true)

export const apiKeyWithoutPlan = defineRule(
  {
    id: 'api-key-without-plan',
    title: 'An API key that no usage plan has',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
    says: {
      'no-plan':
        '{route} of {api} asks for an API key, and no usage plan with an enabled key covers stage {stage}: every call is answered 403. Add the stage to the plan of the key.',
    },
    bad: {
      'no-plan': { template: 'private-api', patch: required },
    },
    good: { template: 'private-api', patch: [...required, plan([key])] },
  },
  function* (doc, found) {
    for (const of of servedApis(doc).flatMap(methodsOf)) {
      const { id, method, methodAt, stage = '', route } = of
      const call = plainCall(doc, of)
      const headers = [{ name: 'x-api-key', value: 'any' }]
      const check = validCheck(doc, { ...call, conn: { ...call.conn, headers } }, method, methodAt)
      if (check.reason !== 'no-plan') continue
      const fill = { route, api: link(doc, id, methodAt), stage }
      yield found('no-plan', { resource: id, path: `${methodAt}/apiKeyRequired`, fill })
    }
  },
)
