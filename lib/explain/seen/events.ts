import type { Answer, Facts, Failure } from '../read/facts'
import { answerSortOf } from './answerSort'

/** How one run of a call ended. */
export type Event = { failure: Failure } | { answer: Answer }

/** Every end of the call that the facts show, in the order in which they count. */
export function eventsOf(facts: Facts): Event[] {
  const final = facts.failures.filter((f) => f.exit !== undefined || f.address === undefined)
  const perAddress = facts.failures.filter((f) => f.exit === undefined && f.address !== undefined)
  const events: Event[] = facts.answers.map((answer): Event => ({ answer }))
  for (const failure of final) events.push({ failure: refined(failure, perAddress) })
  const last = perAddress.at(-1)
  // Curl goes on with the next address: only where none took the call has it failed.
  if (events.length === 0 && last && facts.connected.length === 0 && facts.statuses.length === 0)
    events.push({ failure: last })
  if (facts.answers.length === 0)
    for (const status of facts.statuses) events.push({ answer: { status, headers: [], headed: false } })
  return events
}

/** `curl: (7) …: Couldn't connect to server` says less than the lines of the single addresses before it. */
function refined(failure: Failure, perAddress: readonly Failure[]): Failure {
  const last = perAddress.at(-1)
  const vague = failure.exit === 7 || failure.exit === 28
  return vague && last && (failure.sort === 'refused' || failure.sort === 'timeout')
    ? { ...failure, sort: last.sort }
    : failure
}

/** Whether a run got an answer of the application. */
export function isGood(event: Event): boolean {
  if ('failure' in event) return false
  const { status = 0, body } = event.answer
  const sort = body === undefined ? 'answered' : answerSortOf(event.answer)
  return status >= 200 && status < 400 && sort === 'answered'
}

/** The event that is explained: the last one that is no success. */
export const worst = (events: readonly Event[]): Event | undefined =>
  [...events].reverse().find((event) => !isGood(event)) ?? events.at(-1)
