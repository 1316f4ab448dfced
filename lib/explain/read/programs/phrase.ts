import type { Failure, FailureSort, Reader } from '../facts'

/** A sentence in which a program says why it got no answer. Groups: `host`, `address`, `port`. */
export interface Phrase {
  sort: FailureSort
  says: RegExp
}

/** Traces repeat one failure in several sentences; more than these are none of one call. */
const failuresMax = 10

/** A reader for the sentences of one language or library; the most telling come first. */
export function readerOf(phrases: readonly Phrase[]): Reader {
  return (text) => {
    const failures: Failure[] = []
    for (const { sort, says } of phrases) {
      const found = says.exec(text)
      if (!found || failures.length >= failuresMax) continue
      const { host, address, port } = found.groups ?? {}
      failures.push({
        sort,
        ...(host === undefined ? {} : { host }),
        ...(address === undefined ? {} : { address }),
        ...(port === undefined ? {} : { port: Number(port) }),
      })
    }
    return { failures: failures.slice(0, 1), tried: failures.slice(0, 1).flatMap((f) => f.address ?? []) }
  }
}

/** Pieces of the patterns. */
export const host = String.raw`(?<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,12})`
export const address = String.raw`(?<address>\d{1,3}(?:\.\d{1,3}){3})`
