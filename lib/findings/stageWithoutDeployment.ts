import { restApis } from '@/lib/network/perDocument'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { deployedCheck } from '@/lib/trace/stage/deployed'
import { innerApi, put } from './example'
import { defineRule } from './rule'

export const stageWithoutDeployment = defineRule(
  {
    id: 'stage-without-deployment',
    title: 'A stage that serves no deployment',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html',
    says: {
      missing:
        'Stage {stage} of {api} points to deployment {deployment}, which does not exist: it refuses every call. Deploy the API to it.',
      never: '{api} has no stage: nothing of it can be called. Deploy it.',
    },
    bad: {
      missing: { template: 'private-api', patch: [put([innerApi, 'stages', 'dev', 'deploymentId'], 'gone01')] },
      never: { template: 'private-api', patch: [put([innerApi, 'stages'], {})] },
    },
    good: { template: 'private-api', patch: [] },
  },
  function* (doc, found) {
    for (const [id, api] of restApis(doc)) {
      if (api.notVisible?.some((hole) => hole.path === '' || hole.path.startsWith('/stages'))) continue
      const stages = Object.entries(api.stages)
      if (stages.length === 0) yield found('never', { resource: id, path: '/stages', fill: { api: link(doc, id) } })
      for (const [stage, { deploymentId }] of stages) {
        if (deployedCheck(doc, id, api, stage, deploymentId).finding.reason !== 'missing') continue
        const path = pointer(['stages', stage, 'deploymentId'])
        const fill = { api: link(doc, id, path), stage, deployment: deploymentId }
        yield found('missing', { resource: id, path, fill })
      }
    }
  },
)
