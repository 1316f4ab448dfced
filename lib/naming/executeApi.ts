import { isRegion, splitSuffix, suffixOf } from './suffix'

/**
 * Host names under `execute-api`, as AWS spells them:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html
 * `suffixFits` is false for the suffix of another partition, such as `….cn-northwest-1.amazonaws.com`: the name says
 * which API is meant, but AWS knows no such name.
 */
interface InRegion {
  region: string
  suffix: string
  suffixFits: boolean
}
export type ExecuteApiName = InRegion &
  (
    | { form: 'api'; api: string }
    | { form: 'alias'; api: string; vpcEndpoint: string }
    /** `zone` is an Availability Zone such as `us-east-1a`; absent in the regional name. */
    | { form: 'endpoint'; vpcEndpoint: string; random?: string; zone?: string }
    /** The name a Regional or private custom domain points to. */
    | { form: 'domain-target'; target: string }
    /** `execute-api.{region}.{suffix}` itself, the name that private DNS puts every API under. */
    | { form: 'service' }
  )

/** An id of AWS's, or the word that stands for one nobody knows yet. */
const apiId = /^(?:[a-z0-9]+|unknown-id-of-.+)$/
const alias = /^([a-z0-9]+|unknown-id-of-.+)-(vpce-[a-z0-9]+|unknown-id-of-.+)$/
const endpoint = /^(vpce-[a-z0-9]+)(?:-([a-z0-9]+?))?(?:-([a-z0-9]+(?:-[a-z0-9]+)+))?$/

/** Reads a lower-case name without port or trailing dot; undefined when it is not one of execute-api. */
export function parseExecuteApi(name: string): ExecuteApiName | undefined {
  const split = splitSuffix(name)
  if (!split) return undefined
  const labels = [...split.labels]
  const vpce = labels.at(-1) === 'vpce'
  if (vpce) labels.pop()
  const region = labels.pop()
  if (region === undefined || !isRegion(region) || labels.pop() !== 'execute-api') return undefined
  const place = { region, suffix: split.suffix, suffixFits: suffixOf(region) === split.suffix }
  const [label, ...more] = labels
  if (more.length > 0) return undefined
  if (label === undefined) return vpce ? undefined : { form: 'service', ...place }
  return vpce ? endpointName(label, place) : apiName(label, place)
}

function apiName(label: string, place: InRegion): ExecuteApiName | undefined {
  const [, api, vpcEndpoint] = alias.exec(label) ?? []
  if (api !== undefined && vpcEndpoint !== undefined) return { form: 'alias', api, vpcEndpoint, ...place }
  if (label.startsWith('d-')) return { form: 'domain-target', target: label, ...place }
  return apiId.test(label) ? { form: 'api', api: label, ...place } : undefined
}

function endpointName(label: string, place: InRegion): ExecuteApiName | undefined {
  const [, vpcEndpoint, random, zone] = endpoint.exec(label) ?? []
  if (vpcEndpoint === undefined) return undefined
  return {
    form: 'endpoint',
    vpcEndpoint,
    ...(random === undefined ? {} : { random }),
    ...(zone === undefined ? {} : { zone }),
    ...place,
  }
}

export const serviceHost = (region: string): string => `execute-api.${region}.${suffixOf(region)}`

export const apiHost = (api: string, region: string): string => `${api}.${serviceHost(region)}`

/** The public name of an API and an endpoint that is associated with it. */
export const aliasHost = (api: string, vpcEndpoint: string, region: string): string =>
  `${api}-${vpcEndpoint}.${serviceHost(region)}`

/** `random` is AWS's own and cannot be derived from the id: take it from the endpoint's DNS entries. */
export const endpointHost = (vpcEndpoint: string, random: string, region: string, zone?: string): string =>
  `${vpcEndpoint}-${random}${zone === undefined ? '' : `-${zone}`}.execute-api.${region}.vpce.${suffixOf(region)}`
