import type { Missing } from '@/lib/known/known'
import type { Authorization } from '@/lib/policy/decide'
import { parsePolicy } from '@/lib/policy/parse'

/** What is missing to decide a policy, as facts that somebody can settle. */
export const gapsOf = (authorization: Authorization, resource: string, path: string): Missing[] =>
  authorization.missing.map((name) => ({
    resource,
    path,
    why: name.startsWith('rule:') ? 'notModelled' : 'notInspected',
    ask: name.startsWith('policy:')
      ? `What does the ${name.slice('policy:'.length)} policy say?`
      : name.startsWith('rule:')
        ? `No AWS page says how ${name.slice('rule:'.length)} is decided.`
        : `What is ${name} in this call?`,
  }))

/** Whether a statement lets everybody in, under no condition: said shorter. */
export function isAny(kind: 'endpoint' | 'resource', text: string | undefined, { decidedBy }: Authorization): boolean {
  const [first] = decidedBy
  const statement = text === undefined || !first ? undefined : parsePolicy(kind, text).statements[first.statement]
  if (!statement || (statement.conditions ?? []).length > 0) return false
  return !statement.principal?.not && statement.principal?.values.some((p) => p.type === 'everyone') === true
}

/** The statement that decides, counted from 1 as people do, with its conditions; none: no statement matches. */
export function statementOf(authorization: Authorization, kind?: 'endpoint' | 'resource', text?: string): string {
  const [first] = authorization.decidedBy
  if (!first) return 'no statement'
  const conditions =
    kind && text !== undefined ? parsePolicy(kind, text).statements[first.statement]?.conditions : undefined
  const words = (conditions ?? []).map((c) => `${c.operator} ${c.key} ${c.values.map((v) => v.text).join(', ')}`)
  return `statement ${first.statement + 1}${words.length > 0 ? ` (${words.join(' and ')})` : ''}`
}
