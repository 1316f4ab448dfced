import { apiHost } from '@/lib/naming/executeApi'
import { partitionOf } from '@/lib/naming/partitions'
import type { FormRule } from './form'

/**
 * Edge-optimized APIs do not exist in China (https://docs.amazonaws.cn/en_us/aws/latest/userguide/api-gateway.html) nor
 * in GovCloud (https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-abp.html).
 */
export const edge: FormRule = {
  form: 'edge',
  why: "The edge-optimized API's own name leads to the nearest CloudFront location, also in a browser.",
  browser: true,
  ofMethod: ({ api, restApi, apiId, region, stage, path }) =>
    restApi.endpointConfiguration.type === 'EDGE' && partitionOf(region)?.name === 'aws'
      ? [{ resource: api, url: `https://${apiHost(apiId, region)}/${stage}${path}`, headers: [], options: {} }]
      : [],
}
