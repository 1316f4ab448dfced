import { holes } from '@/lib/network/holes'
import { link } from '@/lib/trace/check'
import { innerApi, remove } from './example'
import { savedApis, servedApis } from './facts/snapshots'
import { defineRule } from './rule'

export const privateWithoutPolicy = defineRule(
  {
    id: 'private-without-policy',
    title: 'A private API without a resource policy',
    severity: 'high',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html',
    says: {
      saved: '{api} is private and has no resource policy: AWS refuses to deploy it. Add one.',
      served:
        'Stage {stage} of {api} is private and was deployed without a resource policy: it refuses every call. Add one and deploy.',
    },
    bad: {
      saved: { template: 'private-api', patch: [remove(innerApi, 'policy')] },
      served: { template: 'private-api', patch: [remove(innerApi, 'deployments', 'p1d001', 'api', 'policy')] },
    },
    good: { template: 'private-api', patch: [] },
  },
  function* (doc, found) {
    for (const { id, api, at, stage = '' } of [...savedApis(doc), ...servedApis(doc)]) {
      const path = `${at}/policy`
      if (api.endpointConfiguration.type !== 'PRIVATE' || api.policy) continue
      if (holes(doc, id, path, `${at}/endpointConfiguration`).length > 0) continue
      yield found(at === '' ? 'saved' : 'served', { resource: id, path, fill: { api: link(doc, id, path), stage } })
    }
  },
)
