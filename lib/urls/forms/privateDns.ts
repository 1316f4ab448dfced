import { apiHost } from '@/lib/naming/executeApi'
import type { FormRule } from './form'

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html
export const privateDns: FormRule = {
  form: 'private-dns',
  why: "The API's own name works here without a header, also in a browser.",
  browser: true,
  ofMethod: ({ api, restApi, apiId, region, stage, path }) =>
    restApi.endpointConfiguration.type === 'PRIVATE'
      ? [{ resource: api, url: `https://${apiHost(apiId, region)}/${stage}${path}`, headers: [], options: {} }]
      : [],
}
