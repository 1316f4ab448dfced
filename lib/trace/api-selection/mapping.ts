import { holes } from '@/lib/network/holes'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { readField } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { forbidden } from '../outcome'

export const mapping = defineCheck(
  'api-selection.mapping',
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html',
  {
    mapped: '{domain} maps {path} to stage {stage} of {api}.',
    none: '{domain} has no base path mapping for {path}. Add one.',
    rules: '{domain} has routing rules, which may lead the call elsewhere than its mappings do.',
    'not-visible': 'Where {domain} leads {path} is not known.',
  },
)

export interface Mapped {
  restApi: string
  stage: string
  /** What is left of the path, with its leading slash. */
  path: string
}

/** The longest base path that fits wins; `(none)` and the empty one take what is left. */
export function mappingCheck(doc: TopologyDocument, id: string, path: string): { finding: Finding; mapping?: Mapped } {
  const read = readField(doc, id, 'domainName', 'basePathMappings')
  const fill = { domain: link(doc, id, '/basePathMappings'), path, stage: '', api: '' }
  if (!read.known)
    return {
      finding: mapping.unknown('not-visible', read.missing, [forbidden], { fact: 'not known', fill, resource: id }),
    }
  let best: { base: string; restApi: string; stage: string } | undefined
  for (const m of read.value ?? []) {
    const base = m.basePath === '(none)' ? '' : m.basePath.replace(/^\/|\/$/g, '')
    const fits = base === '' || path === `/${base}` || path.startsWith(`/${base}/`)
    if (fits && (!best || base.length > best.base.length)) best = { base, restApi: m.restApi, stage: m.stage }
  }
  const unread = holes(doc, id, '/routingRules', '/routingMode')
  const rules = resourceOf(doc, id, 'domainName')?.routingRules ?? []
  const parts = { fact: best ? best.stage : 'no mapping', fill, resource: id, evidence: read.evidence }
  if (unread.length > 0)
    return { finding: mapping.unknown('not-visible', unread, [forbidden], { ...parts, fact: 'not known' }) }
  if (!best && rules.length === 0) return { finding: mapping.fail('none', [forbidden], parts) }
  if (!best || rules.length > 0) {
    const gap = {
      resource: id,
      path: '/routingRules',
      why: 'notModelled' as const,
      ask: `Which routing rule of ${id} fits ${path}?`,
    }
    return { finding: mapping.unknown('rules', [gap], [forbidden], parts) }
  }
  const rest = best.base === '' ? path : path.slice(best.base.length + 1)
  const mapped = { restApi: best.restApi, stage: best.stage, path: rest === '' ? '/' : rest }
  return {
    finding: mapping.pass('mapped', { ...parts, fill: { ...fill, stage: best.stage, api: link(doc, best.restApi) } }),
    mapping: mapped,
  }
}
