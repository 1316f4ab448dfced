import { aliasHost } from '@/lib/naming/executeApi'
import { awsId } from '@/lib/network/perDocument'
import { resourceOf } from '@/lib/topology/document'
import type { FormRule } from './form'

/**
 * The name of an API and an endpoint that is associated with it; AWS makes it for the endpoints in `vpcEndpointIds` only.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html
 */
export const alias: FormRule = {
  form: 'alias',
  why: 'The name of API and endpoint together is in public DNS: it works without a header, also in a browser.',
  browser: true,
  ofMethod: ({ doc, api, restApi, apiId, region, stage, path }) =>
    restApi.endpointConfiguration.type === 'PRIVATE'
      ? (restApi.endpointConfiguration.vpcEndpointIds ?? []).map((endpoint) => {
          const vpc = resourceOf(doc, endpoint, 'vpcEndpoint')?.vpc
          const host = aliasHost(apiId, awsId(doc, endpoint), region)
          const url = `https://${host}/${stage}${path}`
          return { resource: api, url, headers: [], options: {}, ...(vpc === undefined ? {} : { vpc }) }
        })
      : [],
}
