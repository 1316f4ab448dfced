import type { Gate } from '../gate'
import { isAbsent, type Question } from '../question'
import type { Side } from '../side'
import { both, either, NO, type Tri, YES } from '../tri'

/**
 * Table A, the caller in the API's account: one Allow of either is enough. A statement that names only the account
 * leaves the Allow to the account's identity policies.
 */
export function tableA(resource: Side, other: Side, question: Question): Gate {
  const shut = question.isPrivate && isAbsent(question, 'resource')
  return {
    deny: either(resource.deny, other.deny),
    denies: [...resource.denies, ...other.denies],
    allow: shut ? NO : either(resource.direct, either(other.direct, other.account)),
    allows: [...resource.allows.map((hit) => (hit.byAccount ? { ...hit, delegates: true } : hit)), ...other.allows],
    sides: [resource, other],
    silent: shut ? 'resource' : other.policy,
  }
}

/** Table B, the caller in another account: both must allow. */
export function tableB(resource: Side, identity: Side): Gate {
  const allowed: Tri = either(resource.direct, resource.account)
  return {
    deny: either(resource.deny, identity.deny),
    denies: [...resource.denies, ...identity.denies],
    allow: both(allowed, either(identity.direct, identity.account)),
    allows: [...resource.allows, ...identity.allows],
    sides: [resource, identity],
    silent: allowed === YES ? 'identity' : 'resource',
  }
}
