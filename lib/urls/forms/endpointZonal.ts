import { apiHost } from '@/lib/naming/executeApi'
import { endpointCalls } from './endpointCalls'
import type { FormRule } from './form'

/** One Availability Zone of the endpoint: https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html */
export const endpointZonal: FormRule = {
  form: 'endpoint-zonal',
  why: 'The name of one Availability Zone of the endpoint; the Host header names the API.',
  browser: false,
  ofMethod: (call) =>
    call.restApi.endpointConfiguration.type === 'PRIVATE'
      ? endpointCalls(call, { name: 'Host', value: apiHost(call.apiId, call.region) }, true)
      : [],
}
