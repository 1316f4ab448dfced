import { isSingle } from '@/lib/network/range'
import type { Authorization, AuthorizeRequest } from '@/lib/policy/decide'
import type { ApiCall } from '../walk/next'

/**
 * Puts the question once for each address that the call may arrive from (the nodes of a load balancer): where all get
 * the same answer, chance plays no part.
 */
export function ask(
  policies: (request: AuthorizeRequest) => Authorization,
  call: ApiCall,
  question: AuthorizeRequest,
): Authorization {
  const word = policies(question)
  const { sources, endpoint } = call.entrance
  const key = endpoint === undefined ? 'aws:SourceIp' : 'aws:VpcSourceIp'
  if (word.decision !== 'unknown' || !word.missing.includes(key)) return word
  if (sources.length < 2 || !sources.every((s) => isSingle(s.range))) return word
  const contextUnknown = question.contextUnknown?.filter((name) => name !== key)
  const words = sources.map((s) =>
    policies({ ...question, contextUnknown, context: { ...question.context, [key]: s.range.text } }),
  )
  const [first] = words
  return first && words.every((w) => w.decision === first.decision) ? first : word
}
