/** A policy in two words, as far as its text says at a glance; the whole of it stands in the inspector. */
export function policyWord(text: string | undefined, absent: string): string {
  if (text === undefined) return absent
  const statements = statementsOf(text)
  if (!statements) return 'policy unreadable'
  const open =
    statements.length > 0 && statements.every((s) => s.Effect === 'Allow' && !s.Condition && isAnyone(s.Principal))
  return open ? 'policy any' : 'policy limits'
}

interface Statement {
  Effect?: unknown
  Principal?: unknown
  Condition?: unknown
}

function statementsOf(text: string): Statement[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || !('Statement' in parsed)) return undefined
    const statements = Array.isArray(parsed.Statement) ? parsed.Statement : [parsed.Statement]
    return statements.filter((s: unknown): s is Statement => typeof s === 'object' && s !== null)
  } catch {
    return undefined
  }
}

function isAnyone(principal: unknown): boolean {
  if (principal === '*') return true
  return typeof principal === 'object' && principal !== null && 'AWS' in principal && principal.AWS === '*'
}
