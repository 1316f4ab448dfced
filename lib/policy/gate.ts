import type { Authorization, Decider, PolicyName } from './decide'
import type { Notes } from './pattern'
import { type Hit, noteHits, type Side } from './side'
import { MAYBE, NO, type Tri, YES } from './tri'

/** One stage that a call must pass: it is denied, or not allowed, or goes on to the next. */
export interface Gate {
  deny: Tri
  allow: Tri
  denies: Hit[]
  allows: Hit[]
  /** Sides whose policy is not known, for what is missing. */
  sides: Side[]
  /** Who is named when nothing allows. */
  silent: PolicyName | 'authentication'
  /** A rule without a source that leaves the answer open where no policy allows. */
  rule?: string
}

type Possible = Authorization['possible'][number]

/**
 * The whole decision. Each gate gives the decisions it may give; the call goes on while one of them is allow:
 *   some gate gives no allow            → denied there, or before
 *   every gate gives allow and no other → allow
 *   else                                → unknown, with what is missing
 */
export function decideGates(gates: readonly Gate[]): Authorization {
  const possible = new Set<Possible>()
  const passed: Gate[] = []
  for (const gate of gates) {
    const may = possibleAt(gate)
    for (const decision of may) if (decision !== 'allow') possible.add(decision)
    if (!may.includes('allow')) return denied(passed, gate, [...possible])
    passed.push(gate)
  }
  possible.add('allow')
  const answer = { possible: [...possible], missing: [], invalid: [] }
  if (possible.size === 1) return { decision: 'allow', ...answer, ...allowedBy(passed) }
  const hits = passed.flatMap((gate) => [...gate.denies, ...gate.allows])
  return { decision: 'unknown', ...answer, decidedBy: [], mayDecide: hits.map(decider), missing: missingOf(passed) }
}

export function possibleAt(gate: Gate): Possible[] {
  if (gate.deny === YES) return ['explicitDeny']
  const may: Possible[] = gate.deny === MAYBE ? ['explicitDeny'] : []
  if (gate.allow !== YES) may.push('implicitDeny')
  if (gate.allow !== NO) may.push('allow')
  return may
}

function denied(passed: readonly Gate[], last: Gate, possible: Possible[]): Authorization {
  const explicit = last.deny === YES
  const before = passed.flatMap((gate) => gate.denies)
  const sureDenies = explicit ? last.denies.filter((hit) => hit.value === YES) : []
  const openDenies = [...before, ...last.denies.filter((hit) => hit.value === MAYBE)]
  const [first] = sureDenies
  // Passed gates may stop the call before; then other statements decide, so these are only sure when none may.
  const decides = before.length === 0 ? sureDenies : []
  return {
    decision: explicit ? 'explicitDeny' : 'implicitDeny',
    possible,
    by: first?.policy ?? last.silent,
    decidedBy: decides.map(decider),
    mayDecide: [...(before.length === 0 ? [] : sureDenies), ...openDenies].map(decider),
    missing: [],
    invalid: [],
  }
}

/** Every matching Allow. One that names the account alone only delegates, so it may be said to decide, or not. */
function allowedBy(gates: readonly Gate[]): Pick<Authorization, 'decidedBy' | 'mayDecide'> {
  const hits = gates.flatMap((gate) => gate.allows)
  const decidedBy: Decider[] = []
  const mayDecide: Decider[] = []
  for (const hit of hits) (hit.value === YES && !hit.delegates ? decidedBy : mayDecide).push(decider(hit))
  return { decidedBy, mayDecide }
}

export function decider(hit: Hit): Decider {
  const { policy, statement, document } = hit
  return document === undefined ? { policy, statement } : { policy, statement, document }
}

/** Exactly the facts that can turn the answer: those of a Deny that may match, and of an Allow where none is sure. */
function missingOf(gates: readonly Gate[]): string[] {
  const note: Notes = new Set()
  for (const gate of gates) {
    if (gate.deny === MAYBE) noteHits(gate.denies, note)
    if (gate.allow === MAYBE) {
      noteHits(gate.allows, note)
      if (gate.rule !== undefined) note.add(gate.rule)
    }
    if (gate.deny === MAYBE || gate.allow === MAYBE)
      for (const side of gate.sides) for (const gap of side.gaps) note.add(gap)
  }
  return [...note]
}
