import { apiHost } from '@/lib/naming/executeApi'
import { endpointCalls } from './endpointCalls'
import type { FormRule } from './form'

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html
export const endpointHost: FormRule = {
  form: 'endpoint-host',
  why: "The endpoint's own name is in public DNS; the Host header names the API and goes no further than it.",
  browser: false,
  ofMethod: (call) =>
    call.restApi.endpointConfiguration.type === 'PRIVATE'
      ? endpointCalls(call, { name: 'Host', value: apiHost(call.apiId, call.region) })
      : [],
}
