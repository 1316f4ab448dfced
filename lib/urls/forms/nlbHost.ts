import { apiHost } from '@/lib/naming/executeApi'
import type { FormRule } from './form'
import { frontCalls } from './frontCalls'

export const nlbHost: FormRule = {
  form: 'nlb-host',
  why: 'Through the load balancer, with the certificate left unverified; the Host header names the API.',
  browser: false,
  debug: true,
  ofMethod: (call) =>
    call.restApi.endpointConfiguration.type === 'PRIVATE'
      ? frontCalls(call, { name: 'Host', value: apiHost(call.apiId, call.region) })
      : [],
}
