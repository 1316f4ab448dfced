import type { Part } from '../part'
import { innerNlbDnsName } from '../pieces/innerEntrance'
import type { Setting } from '../setting'
import { outerProxyMethods } from './outerUri'

/**
 * The guide's first recorded setting: the `uri` names the NLB, and a mapped header names the inner API. The endpoint's
 * certificate does not carry the NLB's name, so the header never matters
 * (https://github.com/liangruibupt/aws-is-how/blob/master/devops/apigw/2PrivateAPI-Testing.md).
 */
export const uriNamesNlb = (part: Part, setting: Setting): Part =>
  outerProxyMethods(part, 'p2d002', (get) => ({
    ...get,
    requestParameters: { 'method.request.header.key1': false, 'method.request.header.header1': false },
    integration: get.integration && {
      ...get.integration,
      uri: `https://${innerNlbDnsName(setting)}/dev/webpage-vpc`,
      requestParameters: { 'integration.request.header.x-apigw-api-id': 'method.request.header.key1' },
    },
  }))
