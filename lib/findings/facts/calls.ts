import { apiHost } from '@/lib/naming/executeApi'
import { awsId, perDocument } from '@/lib/network/perDocument'
import { internetPoint } from '@/lib/network/point'
import type { AuthorizeRequest } from '@/lib/policy/decide'
import type { TopologyDocument } from '@/lib/topology/document'
import { questionOf } from '@/lib/trace/resource-policy/question'
import type { ApiCall } from '@/lib/trace/walk/next'
import type { MethodOf, Snapshot } from './snapshots'

/** A plain call of a method: nobody signed it, it has no header of note, and its address may be any. */
export function plainCall(doc: TopologyDocument, of: MethodOf, endpoint?: string): ApiCall {
  const region = regionOf(of)
  const host = apiHost(awsId(doc, of.id), region)
  const method = of.verb === 'ANY' ? 'GET' : of.verb
  return {
    id: of.id,
    api: of.api,
    stage: of.stage ?? 'stage',
    path: of.resourcePath,
    entrance: { region, sources: [internetPoint('anybody')], ...(endpoint === undefined ? {} : { endpoint }) },
    conn: {
      by: 'client',
      via: endpoint === undefined ? 'internet' : 'network',
      scheme: 'https',
      port: 443,
      host,
      sni: host,
      verify: host,
      method,
      path: of.resourcePath,
      query: '',
      headers: [],
    },
    variables: of.variables,
    snapshot: of.at,
  }
}

export const regionOf = ({ restApi }: Snapshot): string => restApi.region ?? ''

/** What policies are asked about an unsigned call of a method, through an endpoint or over the internet. */
export const plainQuestion = (doc: TopologyDocument, of: MethodOf, endpoint?: string): AuthorizeRequest =>
  questionOf(doc, plainCall(doc, of, endpoint), { kind: 'none' })

const strangersVpc = 'vpc-stranger00000000'
const strangersEndpoint = 'vpce-stranger00000000'

/** The same through an endpoint that somebody else made in an account of theirs. */
export const strangersQuestion = (doc: TopologyDocument, of: MethodOf): AuthorizeRequest =>
  plainQuestion(withStranger(doc), of, strangersEndpoint)

/** The document with that endpoint in it, once for all methods. */
const withStranger = perDocument((doc): TopologyDocument => {
  const resources: TopologyDocument['resources'] = {
    ...doc.resources,
    [strangersVpc]: { kind: 'vpc', cidrBlocks: [], enableDnsSupport: true, enableDnsHostnames: true },
    [strangersEndpoint]: {
      kind: 'vpcEndpoint',
      vpc: strangersVpc,
      serviceName: '',
      state: 'available',
      privateDnsEnabled: true,
      securityGroups: [],
      networkInterfaces: [],
    },
  }
  return { ...doc, resources }
})
