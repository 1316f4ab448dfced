import { apiHost } from '@/lib/naming/executeApi'
import { resolve } from '@/lib/network/dns'
import { holes } from '@/lib/network/holes'
import { awsId, restApis, vpcEndpoints } from '@/lib/network/perDocument'
import { link } from '@/lib/trace/check'
import { defineRule } from './rule'

/** The endpoint's private zone answers for every name under execute-api of its region, known or not. */
export const privateDnsCutsPublic = defineRule(
  {
    id: 'private-dns-cuts-public',
    title: 'Private DNS that cuts off public APIs',
    severity: 'medium',
    docs: 'https://repost.aws/knowledge-center/api-gateway-vpc-connections',
    says: {
      cut: 'Private DNS of {endpoint} answers for {host} in {vpc} too, and the endpoint answers 403 for {api}, which is {type}. Call it there by a custom domain name, or turn private DNS off and use the names of the endpoint.',
    },
    bad: { cut: { template: 'regional-api', addOns: ['provider-endpoint'], patch: [] } },
    good: { template: 'regional-api', patch: [] },
  },
  function* (doc, found) {
    for (const [id, { vpc, region }] of vpcEndpoints(doc))
      for (const [api, restApi] of restApis(doc)) {
        const { type } = restApi.endpointConfiguration
        if (holes(doc, api, '/endpointConfiguration').length > 0) continue
        if (type === 'PRIVATE' || restApi.region === undefined || restApi.region !== region) continue
        const host = apiHost(awsId(doc, api), restApi.region)
        const answer = resolve(doc, { in: { vpc } }, host)
        if (answer.verdict !== 'pass' || answer.reason !== 'private-dns' || answer.about !== id) continue
        const fill = {
          endpoint: link(doc, id, '/privateDnsEnabled'),
          host,
          vpc: link(doc, vpc),
          api: link(doc, api),
          type: type === 'EDGE' ? 'edge-optimised' : 'regional',
        }
        yield found('cut', { resource: id, path: '/privateDnsEnabled', fill })
      }
  },
)
