import type { Edit } from '@/lib/topology/patch'
import type { Step } from './store'

const undone = 'Undo: '
const broken = 'Break: '

/**
 * What a person can still undo, from the edits that the server keeps (newest first): the last run of their own, with
 * what was undone taken out. Somebody else's edit ends it.
 */
export function stepsFrom(history: readonly (Edit & { author: string })[], person: string): Step[] {
  const foreign = history.findIndex(({ author }) => author !== person)
  const own = (foreign < 0 ? history : history.slice(0, foreign)).toReversed()
  const steps: Step[] = []
  for (const { label, patch, inverse, source } of own) {
    const of = label.startsWith(undone) ? label.slice(undone.length) : undefined
    if (of !== undefined && steps.at(-1)?.label === of) {
      steps.pop()
      continue
    }
    // A breakage that was taken back under later steps is mended, though it stays a step.
    const mended = steps.findLast((step) => step.label === of && step.breakage !== undefined)
    if (mended) delete mended.breakage
    steps.push({
      label,
      edit: { label, patch, inverse, source },
      ...(label.startsWith(broken) ? { breakage: label } : {}),
    })
  }
  return steps
}
