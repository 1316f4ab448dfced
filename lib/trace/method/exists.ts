import type { Missing } from '@/lib/known/known'
import { holes } from '@/lib/network/holes'
import type { Api, Method, TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { defineCheck, type Finding, link } from '../check'
import { missingToken } from '../outcome'
import type { Outcome } from '../trace'
import type { ApiCall } from '../walk/next'
import { shaped } from './gatewayResponse'
import { type Matched, matchesOf, methodOf } from './match'

export const exists = defineCheck(
  'method.exists',
  'https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden',
  {
    exists: 'Stage {stage} of {api} has {method} {path}.',
    'no-resource': 'Stage {stage} of {api} has no resource for {path}. Call a path that it has, or add it and deploy.',
    'only-saved': '{api} has {path} saved, but stage {stage} does not serve it yet. Deploy it.',
    'no-method': 'Stage {stage} of {api} has {path}, but not for {method}. Call another method, or add it and deploy.',
    'not-visible': 'Whether stage {stage} of {api} has {method} {path} is not known.',
    'odd-path':
      '{path} holds {odd}: whether API Gateway takes it for a path that stage {stage} of {api} has is not documented. Write the path plainly.',
    'greedy-beside':
      '{path} of stage {stage} has no {method}, but a path beside it does. Which one API Gateway takes is not documented.',
  },
)

export interface FoundMethod {
  matched: Matched
  name: string
  method: Method
}

/** Path and method among what the stage serves. */
export function existsCheck(doc: TopologyDocument, call: ApiCall): { finding: Finding; found?: FoundMethod } {
  const { api, id, stage, path, conn } = call
  const gaps = holes(doc, id, `${call.snapshot}/resources`)
  const candidates = matchesOf(api, path)
  const [best] = candidates
  const odd = oddOf(api, path, candidates.length > 0)
  const fill = { api: link(doc, id), stage, method: conn.method, path: path || '/', odd: odd?.word ?? '' }
  const paths = Object.values(api.resources).map((r) => `${Object.keys(r.methods).join(' ')} ${r.path}`)
  const parts = { fill, evidence: [{ resource: id, path: `${call.snapshot}/resources`, value: paths }] }
  const refusal = shaped(api, 'MISSING_AUTHENTICATION_TOKEN', unknownRoute(conn.headers))
  // A hole somewhere in the tree may hide the route; one in the route that is found hides what it calls.
  if (gaps.length > 0 && !(best && methodOf(api, best.id, conn.method) && gaps.every(isInsideMethod)))
    return { finding: exists.unknown('not-visible', gaps, refusal, { ...parts, fact: 'method not known' }) }
  const meant = odd && methodOf(api, odd.taken.id, conn.method)
  if (odd && meant) {
    const ask = `Which resource does API Gateway take for ${path}?`
    const gap = { resource: id, path: `${call.snapshot}/resources`, why: 'notModelled' as const, ask }
    return {
      finding: exists.unknown('odd-path', [gap], refusal, { ...parts, fact: 'path not known' }),
      found: { matched: odd.taken, ...meant },
    }
  }
  if (!best) {
    const saved = doc.resources[id]
    const only = saved?.kind === 'restApi' && matchesOf(saved, path).length > 0
    return { finding: exists.fail(only ? 'only-saved' : 'no-resource', refusal, { ...parts, fact: 'no such path' }) }
  }
  const own = methodOf(api, best.id, conn.method)
  if (own) {
    const evidence = [{ resource: id, path: pointer(['resources', best.id]), value: best.path }]
    return {
      finding: exists.pass('exists', { ...parts, fact: `${conn.method} ${best.path}`, evidence }),
      found: { matched: best, ...own },
    }
  }
  const beside = candidates.slice(1).find((c) => methodOf(api, c.id, conn.method))
  const other = beside && methodOf(api, beside.id, conn.method)
  if (!beside || !other) return { finding: exists.fail('no-method', refusal, { ...parts, fact: 'no such method' }) }
  const ask = `Does API Gateway take ${beside.path} where ${best.path} lacks ${conn.method}?`
  const gap = { resource: id, path: pointer(['resources', best.id]), why: 'notModelled' as const, ask }
  return {
    finding: exists.unknown('greedy-beside', [gap], refusal, { ...parts, fact: 'method not known' }),
    found: { matched: beside, ...other },
  }
}

/** A hole below a verb: /deployments/D/api/resources/R/methods/VERB/… The tree of paths and verbs is whole. */
const isInsideMethod = ({ path }: Missing) => path.split('/').length > 8

/** A doubled slash, or letters written as percent codes: what matches when they are read plainly. */
function oddOf(api: Api, path: string, matches: boolean): { word: string; taken: Matched } | undefined {
  const doubled = /\/\/+./.test(path)
  const plain = decoded(path)
  if (!doubled && (matches || plain === path)) return undefined
  const [taken] = matchesOf(api, plain)
  return taken && { word: doubled ? 'an empty segment' : 'percent codes', taken }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * A wrong route is answered as a missing signature; with a header that is no signature, API Gateway complains about that
 * (https://github.com/amazon-archives/aws-cognito-angular-quickstart/issues/50).
 */
function unknownRoute(headers: { name: string; value: string }[]): Outcome {
  const authorization = headers.find((h) => h.name.toLowerCase() === 'authorization')?.value
  if (authorization === undefined || authorization.startsWith('AWS4-')) return missingToken
  return {
    kind: 'response',
    status: 403,
    errorType: 'IncompleteSignatureException',
    bodyContains: 'Invalid key=value pair (missing equal-sign) in Authorization header',
  }
}
