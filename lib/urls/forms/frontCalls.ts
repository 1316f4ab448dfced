import type { Header } from '@/lib/invocation/invocation'
import { frontsOf, unknownName } from '../entrances'
import { nameless } from './endpointCalls'
import type { MethodCall, Proposal } from './form'

/** `https://host` with the port where it is not 443. */
export const httpsOrigin = (host: string, port: number): string => `https://${host}${port === 443 ? '' : `:${port}`}`

/**
 * Calls by the name of a load balancer in front of an endpoint. The endpoint shows the certificate of execute-api, which
 * does not name the load balancer: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
 */
export const frontCalls = (call: MethodCall, header: Header): Proposal[] =>
  frontsOf(call.doc, call.region).map(({ id, nlb, listener }) => ({
    resource: id,
    url: `${httpsOrigin(nlb.dnsName ?? unknownName(id), listener.port)}/${call.stage}${call.path}`,
    headers: [header],
    options: { insecure: true },
    vpc: nlb.vpc,
    ...(nlb.dnsName === undefined ? { unnamed: nameless(nlb.name ?? id) } : {}),
  }))
