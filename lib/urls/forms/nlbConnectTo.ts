import { apiHost } from '@/lib/naming/executeApi'
import { frontsOf, unknownName } from '../entrances'
import { nameless } from './endpointCalls'
import type { FormRule } from './form'

/** https://curl.se/docs/manpage.html#--connect-to: SNI, Host and the verified name stay the API's own. */
export const nlbConnectTo: FormRule = {
  form: 'nlb-connect-to',
  why: "Through the load balancer under the API's own name: the certificate is verified and no header is needed.",
  browser: false,
  ofMethod: ({ doc, restApi, apiId, region, stage, path }) => {
    if (restApi.endpointConfiguration.type !== 'PRIVATE') return []
    const host = apiHost(apiId, region)
    return frontsOf(doc, region).map(({ id, nlb, listener }) => ({
      resource: id,
      url: `https://${host}/${stage}${path}`,
      headers: [],
      options: {
        connectTo: [{ host, port: '443', toHost: nlb.dnsName ?? unknownName(id), toPort: String(listener.port) }],
      },
      vpc: nlb.vpc,
      ...(nlb.dnsName === undefined ? { unnamed: nameless(nlb.name ?? id) } : {}),
    }))
  },
}
