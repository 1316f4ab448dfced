import { secretsIn, without } from '@/lib/explain/secrets'

/** A paste as it is explained, and as it is shown: nothing that lets somebody make the call is seen on the screen. */
export interface Pasted {
  raw: string
  shown: string
}

export const nothing: Pasted = { raw: '', shown: '' }

export const pastedOf = (raw: string): Pasted => ({ raw, shown: without(raw, secretsIn(raw)) })

/** What the field holds after an edit: what stood there stays as it was pasted, only the changed part is new. */
export function edited({ raw, shown }: Pasted, next: string): Pasted {
  if (raw === shown) return pastedOf(next)
  if (next.startsWith(shown)) return pastedOf(raw + next.slice(shown.length))
  if (next.endsWith(shown)) return pastedOf(next.slice(0, next.length - shown.length) + raw)
  return pastedOf(next)
}

/** The output of a command behind the call, as a terminal would show it. */
export const answered = ({ raw }: Pasted, command: string, output: string): Pasted =>
  pastedOf(`${raw.trimEnd()}\n${command.replaceAll(/^/gm, '$ ')}\n${output.trim()}\n`)
