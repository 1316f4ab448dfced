import { holes } from '@/lib/network/holes'
import { usagePlans } from '@/lib/network/perDocument'
import { link } from '@/lib/trace/check'
import { inBoth, innerApi, put } from './example'
import { methodsOf, servedApis } from './facts/snapshots'
import { defineRule } from './rule'

const plan = put(['plan1'], {
  kind: 'usagePlan',
  account: '111122223333',
  apiStages: [{ restApi: innerApi, stage: 'dev' }],
  apiKeys: [{ id: 'k1', enabled: true }],
})
const required = inBoth('private', ['resources', 'p1page', 'methods', 'GET', 'apiKeyRequired'], true)

export const usagePlanWithoutKey = defineRule(
  {
    id: 'usage-plan-without-key',
    title: 'A usage plan that limits nobody',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
    says: {
      'no-key':
        '{plan} covers stage {stage} of {api}, and no method there asks for an API key: the plan limits nobody. Set apiKeyRequired on the methods, and deploy.',
    },
    bad: { 'no-key': { template: 'private-api', patch: [plan] } },
    good: { template: 'private-api', patch: [...required, plan] },
  },
  function* (doc, found) {
    for (const [id, { apiStages }] of usagePlans(doc))
      for (const [at, { restApi, stage }] of apiStages.entries()) {
        const served = servedApis(doc).filter((s) => s.id === restApi && s.stage === stage)
        const asked = served.flatMap(methodsOf).some((of) => of.method.apiKeyRequired)
        if (served.length === 0 || asked || holes(doc, restApi, '/deployments').length > 0) continue
        const fill = { plan: link(doc, id), stage, api: link(doc, restApi) }
        yield found('no-key', { resource: id, path: `/apiStages/${at}`, fill })
      }
  },
)
