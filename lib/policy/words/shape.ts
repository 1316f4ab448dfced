import type { Clause, Requirement, What } from './clause'

/**
 * The whole policy in one of a few shapes that people think in; `list` is every other policy.
 *   anyone       everyone may call what is named
 *   onlyWhen     the same, but denied unless each group has one requirement that is met
 *   onlyAllowed  everyone may call what is named when all requirements are met; no Deny
 *   nobody       no statement allows
 */
export type Shape =
  | { kind: 'anyone'; what: What; allow: Clause }
  | { kind: 'onlyWhen'; what: What; allow: Clause; unless: Requirement[][] }
  | { kind: 'onlyAllowed'; what: What; allow: Clause }
  | { kind: 'nobody' }
  | { kind: 'list' }

export function shapeOf(clauses: readonly Clause[]): Shape {
  const allows = clauses.filter((c) => c.effect === 'Allow' && c.what.kind !== 'nothing')
  const denies = clauses.filter((c) => c.effect === 'Deny' && c.what.kind !== 'nothing')
  const [allow] = allows
  if (clauses.some((c) => c.unclear)) return { kind: 'list' }
  if (!allow) return { kind: 'nobody' }
  if (allows.length > 1 || allow.who.kind !== 'everyone') return { kind: 'list' }
  const { what } = allow
  if (denies.length === 0) return { kind: allow.when.length === 0 ? 'anyone' : 'onlyAllowed', what, allow }
  if (allow.when.length > 0 || !denies.every((deny) => deniesUnless(deny, what))) return { kind: 'list' }
  return { kind: 'onlyWhen', what, allow, unless: denies.map((deny) => deny.when.map(opposite)) }
}

/** A Deny for everyone, of the same calls, that hangs only on things that a call is not: so it spares the others. */
function deniesUnless(deny: Clause, what: What): boolean {
  const same = deny.what.kind === what.kind && deny.what.resources.join('\n') === what.resources.join('\n')
  return (
    deny.who.kind === 'everyone' &&
    (same || deny.what.kind === 'everything') &&
    deny.when.length > 0 &&
    deny.when.every((r) => r.negated && r.set === undefined)
  )
}

export const opposite = (r: Requirement): Requirement => ({
  ...r,
  negated: !r.negated,
  whenAbsent: r.whenAbsent === 'holds' ? 'fails' : 'holds',
})
