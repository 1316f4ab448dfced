import { withPhysicalId } from '@/lib/network/perDocument'
import type { Integration, TopologyDocument } from '@/lib/topology/document'
import { resolveText } from '@/lib/topology/text'
import type { ApiCall } from '../walk/next'

/** A URI taken apart; `path` with its leading slash, empty where the text has none. */
export interface Uri {
  scheme: 'http' | 'https'
  host: string
  port: number
  path: string
  query: string
}

const form = /^(https?):\/\/(\[[^\]/?#]+\]|[^/?#:]+)(?::(\d+))?([^?#]*)(\?[^#]*)?/i

export function uriOf(text: string): Uri | undefined {
  const [, scheme, host, port, path = '', query = ''] = form.exec(text) ?? []
  if (scheme === undefined || host === undefined) return undefined
  const secure = scheme.toLowerCase() === 'https'
  return { scheme: secure ? 'https' : 'http', host, port: port ? Number(port) : secure ? 443 : 80, path, query }
}

/** The uri with stage variables and mapped path variables put in; `undefinedVariables` are names the stage lacks. */
export function filledUri(
  doc: TopologyDocument,
  call: ApiCall,
  integration: Integration,
  pathParameters: Record<string, string>,
): { text: string; undefinedVariables: string[] } {
  const undefinedVariables: string[] = []
  const text = resolveText(doc, integration.uri ?? '')
    .replaceAll(/\$\{stageVariables\.([^}]+)\}/g, (_, name: string) => {
      const value = call.variables[name]
      if (value === undefined) undefinedVariables.push(name)
      return value ?? ''
    })
    .replaceAll(/\{([^}$]+)\}/g, (braces, name: string) => {
      const source = integration.requestParameters?.[`integration.request.path.${name}`]
      if (source === undefined) return braces
      return mappedValue(call, pathParameters, source) ?? braces
    })
  return { text, undefinedVariables }
}

/**
 * The VPC link of an integration: named by the document, or by an id that a stage variable holds. `id` undefined: no
 * link has that id.
 */
export function linkOf(doc: TopologyDocument, call: ApiCall, integration: Integration): { id?: string; named: string } {
  const written = integration.connection ?? ''
  if (doc.resources[written]) return { id: written, named: written }
  const named = resolveText(doc, written).replaceAll(
    /\$\{stageVariables\.([^}]+)\}/g,
    (_, name: string) => call.variables[name] ?? '',
  )
  const found = withPhysicalId(doc, named).find((id) => doc.resources[id]?.kind === 'vpcLink')
  return { ...(found === undefined ? {} : { id: found }), named }
}

/**
 * What a mapping expression yields; undefined where the call lacks it or nobody can tell
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html).
 */
export function mappedValue(call: ApiCall, pathParameters: Record<string, string>, source: string): string | undefined {
  const literal = /^'(.*)'$/.exec(source)?.[1]
  if (literal !== undefined) return literal
  const [, place, name] = /^method\.request\.(header|path|querystring)\.(.+)$/.exec(source) ?? []
  if (name === undefined)
    return /^stageVariables\.(.+)$/.exec(source)?.[1]?.replace(/^.*$/, (v) => call.variables[v] ?? '')
  if (place === 'path') return pathParameters[name]
  if (place === 'header') return call.conn.headers.find((h) => h.name.toLowerCase() === name.toLowerCase())?.value
  return new RegExp(`[?&]${name}=([^&]*)`).exec(call.conn.query)?.[1]
}
