import type { Api, Hole, Integration, Stage } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'

/** Names whose values are likely to be secret. */
const secret = /auth|token|secret|passw|credential|cookie|session|signature|api[-_.]?key|private/i

/** Names that look secret and decide which API a call reaches. */
const telling = /(^|\.)(host|x-apigw-api-id)$/i

const hidden = (path: string, ask: string): Hole => ({ path, why: 'masked', ask })

/**
 * Takes out of an API the literals that may be secrets: values mapped to headers and query parameters with telling
 * names, and templates that hold such literals. `at` is where the API stands in its resource.
 */
export function maskApi(api: Api, at: string): { api: Api; holes: Hole[] } {
  const holes: Hole[] = []
  const resources: Api['resources'] = {}
  for (const [id, resource] of Object.entries(api.resources)) {
    const methods = Object.entries(resource.methods).map(([verb, method]) => {
      if (!method.integration) return [verb, method] as const
      const path = `${at}${pointer(['resources', id, 'methods', verb, 'integration'])}`
      const masked = maskIntegration(method.integration, path)
      holes.push(...masked.holes)
      return [verb, { ...method, integration: masked.integration }] as const
    })
    resources[id] = { ...resource, methods: Object.fromEntries(methods) }
  }
  return { api: { ...api, resources }, holes }
}

function maskIntegration(integration: Integration, at: string): { integration: Integration; holes: Hole[] } {
  const holes: Hole[] = []
  const without = (
    field: 'requestParameters' | 'requestTemplates',
    isSecret: (key: string, value: string) => boolean,
  ) => {
    const values = integration[field]
    if (!values) return {}
    const kept = Object.entries(values).filter(([key, value]) => {
      if (!isSecret(key, value)) return true
      holes.push(hidden(`${at}${pointer([field, key])}`, `The value of ${key} is not kept: it may be a secret.`))
      return false
    })
    return { [field]: Object.fromEntries(kept) }
  }
  const masked = {
    ...integration,
    // Only a literal stands in quotes; a mapping names where the value comes from.
    ...without('requestParameters', (key, value) => /^'.*'$/s.test(value) && secret.test(key) && !telling.test(key)),
    ...without('requestTemplates', (_, value) => secretLiteral.test(value)),
  }
  return { integration: masked, holes }
}

/** `"password": "literal"`: a value that begins with `$` is read from the call. */
const secretLiteral = new RegExp(`["']?[\\w.-]*(?:${secret.source})[\\w.-]*["']?\\s*[:=]\\s*["'](?!\\$)[^"']+["']`, 'i')

const variable = /stageVariables(?:\.|\[['"])([\w-]+)/g

/** The stage variables that decide where a call goes: those in addresses, connections and the headers that select. */
export function variablesThatLead(apis: Api[]): Set<string> {
  const names = new Set<string>()
  const collect = (text: string | undefined) => {
    for (const [, name] of (text ?? '').matchAll(variable)) if (name !== undefined) names.add(name)
  }
  for (const api of apis)
    for (const { methods } of Object.values(api.resources))
      for (const { integration } of Object.values(methods)) {
        if (!integration) continue
        collect(integration.uri)
        collect(integration.connection)
        collect(typeof integration.connectionId === 'string' ? integration.connectionId : undefined)
        for (const [key, value] of Object.entries(integration.requestParameters ?? {}))
          if (telling.test(key) || key.startsWith('integration.request.path.')) collect(value)
      }
  return names
}

/** A stage without the values that lead nowhere: stage variables often hold secrets. */
export function maskStage(stage: Stage, name: string, leading: ReadonlySet<string>): { stage: Stage; holes: Hole[] } {
  const holes: Hole[] = []
  const keep = (values: Record<string, string> | undefined, path: string[]) => {
    if (!values) return undefined
    const kept = Object.entries(values).filter(([key]) => {
      if (leading.has(key)) return true
      const ask = `The value of the stage variable ${key} is not kept: no integration's address uses it.`
      holes.push(hidden(pointer(['stages', name, ...path, key]), ask))
      return false
    })
    return Object.fromEntries(kept)
  }
  const variables = keep(stage.variables, ['variables'])
  const canary = stage.canarySettings
  const stageVariableOverrides = keep(canary?.stageVariableOverrides, ['canarySettings', 'stageVariableOverrides'])
  return {
    stage: {
      ...stage,
      ...(variables ? { variables } : {}),
      ...(canary
        ? { canarySettings: { ...canary, ...(stageVariableOverrides ? { stageVariableOverrides } : {}) } }
        : {}),
    },
    holes,
  }
}
