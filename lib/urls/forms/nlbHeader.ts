import type { FormRule } from './form'
import { frontCalls } from './frontCalls'

export const nlbHeader: FormRule = {
  form: 'nlb-header',
  why: 'Through the load balancer, with the certificate left unverified; x-apigw-api-id names the API.',
  browser: false,
  debug: true,
  ofMethod: (call) =>
    call.restApi.endpointConfiguration.type === 'PRIVATE'
      ? frontCalls(call, { name: 'x-apigw-api-id', value: call.apiId })
      : [],
}
