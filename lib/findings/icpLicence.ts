import { licenceCheck } from '@/lib/trace/api-selection/licence'
import { link } from '@/lib/trace/check'
import { put } from './example'
import { meantApis, methodsOf } from './facts/snapshots'
import { defineRule } from './rule'

const account = '111122223333'

export const icpLicence = defineRule(
  {
    id: 'icp-licence',
    title: 'A public API in China without an ICP licence',
    severity: 'high',
    docs: 'https://docs.amazonaws.cn/en_us/aws/latest/userguide/api-gateway.html',
    says: {
      lacks:
        '{account} has no ICP licence, and in China {api} is served without one only to signed calls: others are refused. Get the licence, or authorize by AWS_IAM.',
    },
    bad: { lacks: { template: 'regional-api', patch: [put([account, 'icpLicence'], false)] } },
    good: { template: 'private-api', patch: [put([account, 'icpLicence'], false)] },
  },
  function* (doc, found) {
    for (const { id, api, restApi, method } of meantApis(doc).flatMap(methodsOf)) {
      const check = licenceCheck(doc, id, api.endpointConfiguration.type, method)
      if (check?.verdict !== 'fail' || restApi.account === undefined) continue
      const fill = { account: link(doc, restApi.account, '/icpLicence'), api: link(doc, id) }
      yield found('lacks', { resource: restApi.account, path: '/icpLicence', fill })
    }
  },
)
