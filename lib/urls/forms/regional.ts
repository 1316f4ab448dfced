import { apiHost } from '@/lib/naming/executeApi'
import type { FormRule } from './form'

// https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-call-api.html
export const regional: FormRule = {
  form: 'regional',
  why: "The Regional API's own name works without a header, also in a browser.",
  browser: true,
  ofMethod: ({ api, restApi, apiId, region, stage, path }) =>
    restApi.endpointConfiguration.type === 'REGIONAL'
      ? [{ resource: api, url: `https://${apiHost(apiId, region)}/${stage}${path}`, headers: [], options: {} }]
      : [],
}
