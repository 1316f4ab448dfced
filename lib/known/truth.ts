import { type Evidence, type Known, known, type Missing, missing } from './known'

/** Kleene's three values: a known boolean, or what is missing to decide it. */
export type Truth = Known<boolean>

export const yes = (...evidence: Evidence[]): Truth => known(true, evidence)
export const no = (...evidence: Evidence[]): Truth => known(false, evidence)

export const not = (truth: Truth): Truth => (truth.known ? known(!truth.value, truth.evidence) : truth)

/** False as soon as one is false, whatever is missing beside it; true only when all are. */
export const all = (truths: Truth[]): Truth => settle(truths, false)

/** True as soon as one is true, whatever is missing beside it; false only when all are. */
export const any = (truths: Truth[]): Truth => settle(truths, true)

function settle(truths: Truth[], decisive: boolean): Truth {
  const evidence: Evidence[] = []
  const gaps: Missing[] = []
  for (const truth of truths) {
    if (!truth.known) gaps.push(...truth.missing)
    else if (truth.value === decisive) return truth
    else evidence.push(...truth.evidence)
  }
  const [first, ...more] = gaps
  return first ? missing(first, ...more) : known(!decisive, evidence)
}
