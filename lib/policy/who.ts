import type { Caller } from './caller'
import type { Notes } from './pattern'
import type { Effect, Named, PrincipalAt } from './policy'
import { either, MAYBE, NO, type Tri, YES } from './tri'

/**
 * How a statement names a caller. `direct`: everyone, the identity, its session. `account`: only its account, which
 * delegates to that account's identity policies.
 */
export interface Naming {
  direct: Tri
  account: Tri
}

const nobody: Naming = { direct: NO, account: NO }
const directly: Naming = { direct: YES, account: NO }
const byAccount: Naming = { direct: NO, account: YES }

export type WhoTest = (caller: Caller, note?: Notes) => Naming

export function compileWho(principal: Named<PrincipalAt> | undefined, effect: Effect): WhoTest {
  if (!principal) return () => directly
  if (principal.not) return notPrincipal(principal.values, effect)
  if (principal.values.some((p) => p.type === 'everyone')) return () => directly
  const named = principal.values.filter((p) => p.type === 'AWS').map((p) => p.text)
  if (named.length === 0) return () => nobody
  return (caller, note) => {
    let direct: Tri = NO
    let account: Tri = NO
    for (const text of named) {
      const naming = namingOf(text, caller, note)
      direct = either(direct, naming.direct)
      account = either(account, naming.account)
    }
    return direct === NO && account === NO ? nobody : { direct, account }
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function namingOf(text: string, caller: Caller, note?: Notes): Naming {
  if (caller.arn === undefined) return nobody
  if (isAccount(text, caller)) return caller.kind === 'root' ? directly : byAccount
  if (text === caller.arn || text === caller.roleArn) return directly
  // A session's ARN has lost the path of its role, so a role ARN with a path may or may not be its role.
  if (caller.kind === 'session' && hasPathOf(text, caller)) return open('rule:role-path', note)
  if (caller.kind === 'role' && text.startsWith(sessionsOf(caller))) return open('rule:session-name', note)
  return nobody
}

function open(reason: string, note?: Notes): Naming {
  note?.add(reason)
  return { direct: MAYBE, account: NO }
}

const isAccount = (text: string, caller: Caller): boolean =>
  text === caller.account || text === `arn:${caller.partition}:iam::${caller.account}:root`

const hasPathOf = (text: string, caller: Caller): boolean =>
  text.startsWith(`arn:${caller.partition}:iam::${caller.account}:role/`) && text.endsWith(`/${caller.roleName}`)

const sessionsOf = (caller: Caller): string =>
  `arn:${caller.partition}:sts::${caller.account}:assumed-role/${caller.roleName}/`

/**
 * A caller is spared when it is listed with everything above it: session, role and account, or user and account
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html). Listed in part, AWS
 * says that it "might" be denied. Beside Allow, or with "*", the element is not supported.
 */
function notPrincipal(listed: readonly PrincipalAt[], effect: Effect): WhoTest {
  const unsupported = effect === 'Allow' ? 'rule:notprincipal-allow' : 'rule:notprincipal-star'
  if (effect === 'Allow' || listed.some((p) => p.type === 'everyone')) return (_, note) => open(unsupported, note)
  const named = listed.filter((p) => p.type === 'AWS').map((p) => p.text)
  return (caller, note) => {
    if (caller.arn === undefined) return directly
    const account = named.some((text) => isAccount(text, caller))
    const identities = identitiesOf(caller)
    const hits = identities.filter((arn) => named.includes(arn)).length
    if (hits === identities.length && account) return nobody
    if (hits > 0 || (caller.kind === 'session' && named.some((text) => hasPathOf(text, caller))))
      return open('rule:notprincipal-partial', note)
    if (!account) return directly
    // AWS's example: with one user and the account listed, the account's other users are denied.
    const others = named.some((text) => text.includes(`::${caller.account}:`) && !isAccount(text, caller))
    return others ? directly : open('rule:notprincipal-account-only', note)
  }
}

function identitiesOf(caller: Caller): string[] {
  if (caller.arn === undefined || caller.kind === 'root') return []
  return caller.kind === 'session' && caller.roleArn !== undefined ? [caller.arn, caller.roleArn] : [caller.arn]
}
