import { apiHost } from '@/lib/naming/executeApi'
import { deploy } from '../deploy'
import type { Part } from '../part'
import type { Setting } from '../setting'
import { account1 } from './accounts'
import { consumerEndpointId } from './consumerVpc'
import { innerLink } from './innerEntrance'
import { httpMethod, resourceTree } from './method'
import { allowAny } from './policies'
import { privateApiId } from './privateApi'

export const outerApiId = 'v944po9kjb'

/** The host that names the inner API; as host of the `uri` it becomes Host, SNI and the name on the certificate. */
export const innerHost = ({ region }: Setting) => apiHost(privateApiId, region)

/** The API in front of the private API: every method leads through the link to the provider endpoint. */
export function outerApi(setting: Setting): Part {
  const proxy = httpMethod({
    uri: `https://${innerHost(setting)}/dev/webpage-vpc`,
    vpcLink: innerLink,
    proxy: true,
  })
  const nonProxy = httpMethod({
    uri: `https://${innerHost(setting)}/dev/webpage-vpc-non-proxy`,
    vpcLink: innerLink,
    proxy: false,
  })
  return {
    [outerApiId]: deploy(
      {
        kind: 'restApi',
        name: 'Fargate-private-to-first-api',
        physicalId: outerApiId,
        account: account1,
        region: setting.region,
        policy: allowAny(setting, outerApiId),
        endpointConfiguration: { type: 'PRIVATE', vpcEndpointIds: [consumerEndpointId] },
        disableExecuteApiEndpoint: false,
        securityPolicy: 'TLS_1_2',
        resources: resourceTree('p2root', [
          ['p2vpcp', '/webpage-vpc', proxy],
          ['p2tfap', '/to-first-api', proxy],
          ['p2vpnp', '/webpage-vpc-non-proxy', nonProxy],
          ['p2tfnp', '/to-first-api-non-proxy', nonProxy],
        ]),
        deployments: {},
        stages: {},
      },
      'p2d001',
    ),
  }
}
