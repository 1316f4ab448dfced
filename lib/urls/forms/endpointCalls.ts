import type { Header } from '@/lib/invocation/invocation'
import { endpointsFor, namesOf, unknownName } from '../entrances'
import type { MethodCall, Proposal } from './form'

/** What to do where the endpoint's name is not known: AWS gives it a random part when it is created. */
export const nameless = (node: string) => `AWS gives ${node} its DNS name when it is created; it is not known yet.`

/** Calls by the names of endpoints, with the header that says which API is meant. */
export const endpointCalls = (call: MethodCall, header: Header, zonal = false): Proposal[] =>
  endpointsFor(call.doc, call.region).flatMap(([id, endpoint]) => {
    const names = namesOf(endpoint)
    const hosts = zonal ? names.zonal : [names.regional ?? unknownName(id)]
    return hosts.map((host) => ({
      resource: id,
      url: `https://${host}/${call.stage}${call.path}`,
      headers: [header],
      options: {},
      vpc: endpoint.vpc,
      ...(zonal || names.regional !== undefined ? {} : { unnamed: nameless(endpoint.physicalId ?? id) }),
    }))
  })
