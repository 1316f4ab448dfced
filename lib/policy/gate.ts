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
 * The whole decision. Each gate adds the denials it may give:
 *   a gate surely denies, or surely does not allow  → denied there, or at a gate before
 *   no gate may deny                                → allow
 *   else                                            → unknown, with what is missing
 */
export function decideGates(gates: readonly Gate[]): Authorization {
  const possible: Possible[] = []
  for (let i = 0; i < gates.length; i++) {
    const gate = gates[i]
    if (!gate) continue
    if (gate.deny !== NO) add(possible, 'explicitDeny')
    if (gate.deny !== YES && gate.allow !== YES) add(possible, 'implicitDeny')
    if (gate.deny === YES || gate.allow === NO) return denied(gates.slice(0, i), gate, possible)
  }
  if (possible.length === 0) return allowed(gates)
  possible.push('allow')
  const hits = gates.flatMap((gate) => [...gate.denies, ...gate.allows])
  const mayDecide = hits.map(decider)
  return { decision: 'unknown', possible, decidedBy: [], mayDecide, missing: missingOf(gates), invalid: [] }
}

const add = (possible: Possible[], decision: Possible): void => {
  if (!possible.includes(decision)) possible.push(decision)
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
function allowed(gates: readonly Gate[]): Authorization {
  const decidedBy: Decider[] = []
  const mayDecide: Decider[] = []
  for (const gate of gates)
    for (const hit of gate.allows) (hit.value === YES && !hit.delegates ? decidedBy : mayDecide).push(decider(hit))
  return { decision: 'allow', possible: ['allow'], decidedBy, mayDecide, missing: [], invalid: [] }
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
