import type { Api, Method } from '@/lib/topology/document'

interface HttpMethod {
  uri: string
  vpcLink?: string
  /** The guide's "without proxy mode": one integration response without a pattern, so every answer becomes 200. */
  proxy: boolean
}

/** GET without authorization, as every method of the guide. */
export const httpMethod = ({ uri, vpcLink, proxy }: HttpMethod): Method => ({
  authorizationType: 'NONE',
  ...(proxy ? {} : { methodResponses: { 200: {} } }),
  integration: {
    type: proxy ? 'HTTP_PROXY' : 'HTTP',
    integrationHttpMethod: 'GET',
    ...(vpcLink === undefined
      ? { connectionType: 'INTERNET' as const }
      : { connectionType: 'VPC_LINK' as const, connection: vpcLink }),
    uri,
    timeoutInMillis: 29000,
    ...(proxy ? {} : { integrationResponses: { 200: {} } }),
  },
})

/** The resources of an API by their ids: the root, which has no method, and one GET for each path. */
export const resourceTree = (rootId: string, paths: [id: string, path: string, get: Method][]): Api['resources'] => ({
  [rootId]: { path: '/', methods: {} },
  ...Object.fromEntries(paths.map(([id, path, get]) => [id, { path, methods: { GET: get } }])),
})
