import { deploy } from '../deploy'
import type { Part } from '../part'
import type { Setting } from '../setting'
import { account1 } from './accounts'
import { fargateNlbDnsName } from './fargate'
import { httpMethod, resourceTree } from './method'
import { onlyFromVpcs } from './policies'
import { providerEndpointId } from './providerEndpoint'
import { providerVpcId } from './providerVpc'
import { fargateLink } from './vpcLink'
import { webpageHost } from './webpageEndpoint'

export const privateApiId = '3i95y1yx06'

/** The guide's private API with its four ways to a backend: over the internet or the VPC link, with proxy or without. */
export function privateApi(setting: Setting): Part {
  const overInternet = `http://${webpageHost}/`
  const overLink = `http://${fargateNlbDnsName(setting)}/`
  return {
    [privateApiId]: deploy(
      {
        kind: 'restApi',
        name: 'Fargate-webpage-private',
        physicalId: privateApiId,
        account: account1,
        region: setting.region,
        policy: onlyFromVpcs(setting, privateApiId, [providerVpcId]),
        endpointConfiguration: { type: 'PRIVATE', vpcEndpointIds: [providerEndpointId] },
        disableExecuteApiEndpoint: false,
        securityPolicy: 'TLS_1_2',
        resources: resourceTree('p1root', [
          ['p1page', '/webpage', httpMethod({ uri: overInternet, proxy: true })],
          ['8hwj4v', '/webpage-vpc', httpMethod({ uri: overLink, vpcLink: fargateLink, proxy: true })],
          ['p1pgnp', '/webpage-non-proxy', httpMethod({ uri: overInternet, proxy: false })],
          ['p1vpnp', '/webpage-vpc-non-proxy', httpMethod({ uri: overLink, vpcLink: fargateLink, proxy: false })],
        ]),
        deployments: {},
        stages: {},
      },
      'p1d001',
    ),
  }
}
