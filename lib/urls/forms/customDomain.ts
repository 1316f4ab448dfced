import type { Header } from '@/lib/invocation/invocation'
import { encodeSegment } from '@/lib/invocation/percent'
import { domainNames } from '@/lib/network/perDocument'
import type { ResourceOf } from '@/lib/topology/document'
import type { FormRule, MethodCall } from './form'

type DomainName = ResourceOf<'domainName'>

/** A way that the domain leads to the stage: the path before the method's own, and the headers a rule asks for. */
interface Way {
  base: string
  /** The base path stays a part of the path that the API sees. */
  kept?: true
  headers: Header[]
}

const base = (path: string) =>
  path === '' || path === '(none)' ? '' : `/${path.split('/').filter(Boolean).map(encodeSegment).join('/')}`

function waysOf(domain: DomainName, api: string, stage: string): Way[] {
  const rules = (domain.routingRules ?? [])
    .filter((rule) => rule.restApi === api && rule.stage === stage)
    .sort((a, b) => a.priority - b.priority)
    .flatMap((rule) => wayOfRule(rule.conditions, rule.stripBasePath === true))
  const mappings = domain.basePathMappings
    .filter((mapping) => mapping.restApi === api && mapping.stage === stage)
    .map((mapping): Way => ({ base: base(mapping.basePath), headers: [] }))
  const mode = domain.routingMode ?? ''
  if (mode === 'ROUTING_RULE_ONLY') return rules
  return mode.startsWith('ROUTING_RULE_THEN') ? [...rules, ...mappings] : mappings
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-rules.html */
function wayOfRule(conditions: unknown, strip: boolean): Way[] {
  const list: unknown[] = Array.isArray(conditions) ? conditions : []
  const one = (field: string) =>
    list.flatMap((c) => {
      const any: unknown = at(at(c, field), 'anyOf')
      return Array.isArray(any) ? [any[0] as unknown] : []
    })
  const paths = one('matchBasePaths').filter((path) => typeof path === 'string')
  const headers = one('matchHeaders').map((h) => ({
    name: String(at(h, 'header') ?? ''),
    value: String(at(h, 'valueGlob') ?? '').replaceAll('*', ''),
  }))
  return [{ base: base(paths[0] ?? ''), headers, ...(strip ? {} : { kept: true }) }]
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined

const under = (way: Way, { path }: MethodCall): string[] => {
  if (!way.kept || way.base === '') return [way.base + path]
  return path === way.base || path.startsWith(`${way.base}/`) ? [path] : []
}

/** The stage is in the mapping, never in the path: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html */
export const customDomain: FormRule = {
  form: 'custom-domain',
  why: 'The custom domain name works without a header, also in a browser, and stays when the API is made anew.',
  browser: true,
  ofMethod: (call) =>
    domainNames(call.doc).flatMap(([id, domain]) =>
      waysOf(domain, call.api, call.stage).flatMap((way) =>
        under(way, call).map((path) => ({
          resource: id,
          url: `https://${domain.domainName}${path}`,
          headers: way.headers,
          options: {},
        })),
      ),
    ),
}
