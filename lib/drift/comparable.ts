import type { Api, Resource } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'

/** What stands in a drawing alone: AWS has no such resource. */
const onlyDrawn = new Set<Kind>(['client', 'network', 'httpEndpoint', 'principal', 'otherApi'])

export const isDesigned = ({ kind, notVisible }: Resource): boolean =>
  !onlyDrawn.has(kind) && !notVisible?.some(({ path }) => path === '')

/** What a resource does not show of itself, as JSON Pointers inside it. */
export const hiddenIn = ({ notVisible }: Resource): string[] => notVisible?.map(({ path }) => path) ?? []

/** Stated by people; drawn by AWS; how the resource fares at the moment. None of them is designed. */
const stated = ['software', 'pinned', 'caller', 'signsHostOf', 'icpLicence', 'certificate', 'endpointConnection']
const drawnByAws = ['kind', 'name', 'physicalId', 'arn', 'dnsEntries', 'domainNameId', 'tags', 'notVisible']
const momentary = ['tasks', 'runningCount', 'pendingCount', 'deployments', 'statusMessage', 'apiStatus']

const leftOut = new Set([...stated, ...drawnByAws, ...momentary])

type Fields = Record<string, unknown>

/** The designed fields of a resource, brought to one spelling. */
export function comparable(resource: Resource): Fields {
  const fields = Object.entries(normal(resource)).filter(([key, value]) => !leftOut.has(key) && value !== undefined)
  return Object.fromEntries(fields.map(([key, value]) => [key, spelled(value)]))
}

function normal(resource: Resource): Fields {
  if (resource.kind === 'restApi') return { ...resource, ...apiFields(resource), stages: served(resource) }
  if (resource.kind === 'targetGroup')
    return { ...resource, targets: sorted(resource.targets.map(({ id, port }) => ({ id, port }))) }
  if (resource.kind === 'securityGroup')
    return {
      ...resource,
      ipPermissions: sorted(resource.ipPermissions),
      ipPermissionsEgress: sorted(resource.ipPermissionsEgress),
    }
  if (resource.kind === 'routeTable') return { ...resource, routes: sorted(resource.routes) }
  return { ...resource }
}

/** An API by its paths: the ids of its resources are drawn by AWS. */
function apiFields(api: Api): Fields {
  const resources = Object.fromEntries(Object.values(api.resources).map(({ path, methods }) => [path, methods]))
  const authorizers = Object.fromEntries(
    Object.entries(api.authorizers ?? {}).map(([id, { answers: _stated, ...rest }]) => [id, rest]),
  )
  return { ...api, resources, ...(api.authorizers ? { authorizers } : {}) }
}

/** What each stage serves, instead of the number of its deployment. */
function served(api: Extract<Resource, { kind: 'restApi' }>): Fields {
  return Object.fromEntries(
    Object.entries(api.stages).map(([name, { deploymentId, ...stage }]) => {
      const deployed = api.deployments[deploymentId]?.api
      return [name, { ...stage, serves: deployed && spelled(apiFields(deployed)) }]
    }),
  )
}

/** Lists whose order means nothing, in one order. */
const sorted = (list: unknown[]): unknown[] =>
  [...list].sort((a, b) => (JSON.stringify(spelled(a)) < JSON.stringify(spelled(b)) ? -1 : 1))

/** Policies are texts that mean the same however they are laid out; nothing said is nothing set. */
function spelled(value: unknown): unknown {
  if (Array.isArray(value)) return value.every(isWord) ? [...value].sort() : value.map(spelled)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, item]) => !isNothing(item))
  return Object.fromEntries(
    fields
      .map(([key, item]): [string, unknown] => [key, key === 'text' ? parsed(item) : spelled(item)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

const isWord = (value: unknown): value is string => typeof value === 'string'

const isNothing = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
