import { endpointCalls } from './endpointCalls'
import type { FormRule } from './form'

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html
export const endpointHeader: FormRule = {
  form: 'endpoint-header',
  why: "The endpoint's own name is in public DNS; the header x-apigw-api-id names the API.",
  browser: false,
  ofMethod: (call) =>
    call.restApi.endpointConfiguration.type === 'PRIVATE'
      ? endpointCalls(call, { name: 'x-apigw-api-id', value: call.apiId })
      : [],
}
