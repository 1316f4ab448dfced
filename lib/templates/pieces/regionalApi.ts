import { deploy } from '../deploy'
import type { Part } from '../part'
import type { Setting } from '../setting'
import { account1 } from './accounts'
import { fargateNlbDnsName } from './fargate'
import { httpMethod, resourceTree } from './method'
import { fargateLink } from './vpcLink'

const id = 'iyh6euenkb'

/** The guide's public API in front of the private service; it has no resource policy. */
export const regionalApi = (setting: Setting): Part => ({
  [id]: deploy(
    {
      kind: 'restApi',
      name: 'Fargate-webpage-regional',
      physicalId: id,
      account: account1,
      region: setting.region,
      endpointConfiguration: { type: 'REGIONAL' },
      disableExecuteApiEndpoint: false,
      securityPolicy: 'TLS_1_0',
      resources: resourceTree('r3root', [
        [
          'r3gvpc',
          '/webpage-vpc',
          httpMethod({ uri: `http://${fargateNlbDnsName(setting)}/`, vpcLink: fargateLink, proxy: true }),
        ],
      ]),
      deployments: {},
      stages: {},
    },
    'r3gd01',
  ),
})
