import type { Header } from '@/lib/invocation/invocation'
import { holes } from '@/lib/network/holes'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { readField } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { forbidden } from '../outcome'
import { isUnder, ruleFor } from './routingRules'

export const mapping = defineCheck(
  'api-selection.mapping',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html',
  {
    mapped: '{domain} maps {path} to stage {stage} of {api}.',
    ruled: 'A routing rule of {domain} leads {path} to stage {stage} of {api}.',
    none: '{domain} has no base path mapping or routing rule for {path}. Add one.',
    rules: 'A routing rule of {domain} has a condition that is not evaluated here; it may take the call.',
    'not-visible': 'Where {domain} leads {path} is not known.',
  },
)

export interface Mapped {
  restApi: string
  stage: string
  /** What is left of the path, with its leading slash. */
  path: string
}

/**
 * Which rule or mapping takes the path. The routing mode says which of the two are asked; absent, mappings alone
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-mode.html). Of mappings the longest base
 * path that fits wins; `(none)` and the empty one take what is left.
 */
export function mappingCheck(
  doc: TopologyDocument,
  id: string,
  path: string,
  headers: Header[],
): { finding: Finding; mapping?: Mapped } {
  const read = readField(doc, id, 'domainName', 'basePathMappings')
  const fill = { domain: link(doc, id, '/basePathMappings'), path, stage: '', api: '' }
  if (!read.known)
    return {
      finding: mapping.unknown('not-visible', read.missing, [forbidden], { fact: 'not known', fill, resource: id }),
    }
  const parts = { fact: 'no mapping', fill, resource: id, evidence: read.evidence }
  const unread = holes(doc, id, '/routingRules', '/routingMode')
  if (unread.length > 0)
    return { finding: mapping.unknown('not-visible', unread, [forbidden], { ...parts, fact: 'not known' }) }
  const { routingMode = '', routingRules = [] } = resourceOf(doc, id, 'domainName') ?? {}
  const ruled = routingMode.startsWith('ROUTING_RULE') ? ruleFor(routingRules, path, headers) : undefined
  if (ruled === 'unread') {
    const ask = `Which routing rule of ${id} fits ${path}?`
    const gap = { resource: id, path: '/routingRules', why: 'notModelled' as const, ask }
    return { finding: mapping.unknown('rules', [gap], [forbidden, { kind: 'response' }], parts) }
  }
  const found = ruled
    ? { restApi: ruled.rule.restApi, stage: ruled.rule.stage, path: ruled.path }
    : routingMode === 'ROUTING_RULE_ONLY'
      ? undefined
      : byMapping(read.value ?? [], path)
  if (!found) return { finding: mapping.fail('none', [forbidden], parts) }
  const filled = { ...fill, stage: found.stage, api: link(doc, found.restApi) }
  return {
    finding: mapping.pass(ruled ? 'ruled' : 'mapped', { ...parts, fact: found.stage, fill: filled }),
    mapping: found,
  }
}

function byMapping(mappings: { basePath: string; restApi: string; stage: string }[], path: string): Mapped | undefined {
  let best: { base: string; restApi: string; stage: string } | undefined
  for (const m of mappings) {
    const base = m.basePath === '(none)' ? '' : m.basePath.replace(/^\/|\/$/g, '')
    if (isUnder(path, base) && (!best || base.length > best.base.length))
      best = { base, restApi: m.restApi, stage: m.stage }
  }
  if (!best) return undefined
  const rest = best.base === '' ? path : path.slice(best.base.length + 1)
  return { restApi: best.restApi, stage: best.stage, path: rest === '' ? '/' : rest }
}
