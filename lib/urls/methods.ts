import type { Header } from '@/lib/invocation/invocation'
import { encodeSegment } from '@/lib/invocation/percent'
import { awsId } from '@/lib/network/perDocument'
import type { Api, Method, ResourceOf, TopologyDocument } from '@/lib/topology/document'
import type { MethodCall } from './forms/form'
import { type Filled, fillPath } from './path'

export interface DeployedMethod {
  call: MethodCall
  signed: boolean
  headers: Header[]
  filled: Filled[]
}

/** Every method that a stage serves. Of a deployment that nobody could see, what is saved stands in. */
export function methodsOf(
  doc: TopologyDocument,
  id: string,
  restApi: ResourceOf<'restApi'>,
  params: Readonly<Record<string, string>>,
): DeployedMethod[] {
  const region = restApi.region ?? restApi.arn?.split(':')[3]
  if (region === undefined || region === '') return []
  return Object.entries(restApi.stages).flatMap(([stage, { deploymentId }]) => {
    const api: Api = restApi.deployments[deploymentId]?.api ?? restApi
    return Object.values(api.resources).flatMap((resource) =>
      Object.entries(resource.methods).map(([name, method]): DeployedMethod => {
        const { path, filled } = fillPath(resource.path, params)
        const wanted = wantedParameters(api, method, params)
        const call = {
          doc,
          api: id,
          restApi,
          apiId: awsId(doc, id),
          region,
          stage,
          method: name === 'ANY' ? anyOf(Object.keys(resource.methods)) : name,
          resourcePath: resource.path,
          path: path + wanted.query,
        }
        const signed = method.authorizationType === 'AWS_IAM'
        return { call, signed, headers: wanted.headers, filled: [...filled, ...wanted.filled] }
      }),
    )
  })
}

/** ANY answers every method that has no entry of its own. */
const anyOf = (taken: string[]): string =>
  ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'].find((name) => !taken.includes(name)) ?? 'GET'

/**
 * Query parameters and headers without which the validator refuses the call.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
function wantedParameters(api: Api, method: Method, params: Readonly<Record<string, string>>) {
  const validator = method.requestValidator === undefined ? undefined : api.requestValidators?.[method.requestValidator]
  const found: { query: string; headers: Header[]; filled: Filled[] } = { query: '', headers: [], filled: [] }
  if (!validator?.parameters) return found
  for (const [key, required] of Object.entries(method.requestParameters ?? {})) {
    const [, place, name] = /^method\.request\.(querystring|header)\.(.+)$/.exec(key) ?? []
    if (!required || name === undefined || (place === 'header' && name.toLowerCase() === 'host')) continue
    const given = params[name]
    const value = given ?? 'example'
    found.filled.push({ name, value, ...(given === undefined ? { example: true as const } : {}) })
    if (place === 'header') found.headers.push({ name, value })
    else found.query += `${found.query === '' ? '?' : '&'}${encodeQuery(name)}=${encodeQuery(value)}`
  }
  return found
}

const encodeQuery = (text: string) =>
  encodeSegment(text).replace(/[&=+]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
