import { apiHost } from '@/lib/naming/executeApi'
import { holes } from '@/lib/network/holes'
import { awsId, vpcEndpoints } from '@/lib/network/perDocument'
import { strictCheck } from '@/lib/trace/api-selection/strict'
import { link } from '@/lib/trace/check'
import { endpoint, endpointNlb, inBoth, put } from './example'
import { plainCall } from './facts/calls'
import { forwards } from './facts/forwards'
import { meantApis, methodsOf } from './facts/snapshots'
import { defineRule } from './rule'

const strict = inBoth('outer', ['endpointAccessMode'], 'STRICT')

export const strictNames = defineRule(
  {
    id: 'strict-names',
    title: 'Strict mode, and names that it refuses',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html',
    says: {
      balancer:
        '{api} is in strict mode, and {balancer} stands before {endpoint}: calls by the name of the load balancer are refused, with Host and with x-apigw-api-id alike, since the server name of TLS must be the Host. Call by the name of the API, with --connect-to, or set the mode to BASIC.',
      endpoint:
        '{api} is in strict mode, and {endpoint} has private DNS off: calls by the names of the endpoint are refused, since the server name of TLS must be the Host. Turn private DNS on, or set the mode to BASIC.',
    },
    bad: {
      balancer: {
        template: 'two-api-chain',
        patch: [...strict, put([endpointNlb, 'listeners'], [])],
      },
      endpoint: {
        template: 'private-api',
        patch: [...inBoth('private', ['endpointAccessMode'], 'STRICT'), put([endpoint, 'privateDnsEnabled'], false)],
      },
    },
    good: { template: 'private-api', patch: inBoth('private', ['endpointAccessMode'], 'STRICT') },
  },
  function* (doc, found) {
    for (const snapshot of meantApis(doc)) {
      const { id, api, restApi } = snapshot
      const [method] = methodsOf(snapshot)
      const region = restApi.region ?? ''
      if (!method || api.endpointConfiguration.type !== 'PRIVATE') continue
      const host = apiHost(awsId(doc, id), region)
      const refuses = (sni: string) =>
        strictCheck(doc, id, api, { ...plainCall(doc, method).conn, sni, host }, undefined, []).reason === 'differs'
      const at = { resource: id, path: '/endpointAccessMode' }
      const fill = { api: link(doc, id, '/endpointAccessMode') }
      for (const { balancer, lb, endpoints } of forwards(doc))
        for (const front of endpoints)
          if (refuses(lb.dnsName ?? balancer))
            yield found('balancer', {
              ...at,
              fill: { ...fill, balancer: link(doc, balancer), endpoint: link(doc, front) },
            })
      for (const [front, e] of vpcEndpoints(doc))
        if (
          e.region === region &&
          !e.privateDnsEnabled &&
          holes(doc, front, '/privateDnsEnabled').length === 0 &&
          refuses(e.dnsEntries?.[0] ?? front)
        )
          yield found('endpoint', { ...at, fill: { ...fill, endpoint: link(doc, front, '/privateDnsEnabled') } })
    }
  },
)
