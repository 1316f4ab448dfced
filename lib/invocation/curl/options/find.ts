import { nearest } from '@/lib/topology/nearest'
import type { CurlOption } from './table'

export interface Options {
  short(letter: string): CurlOption | undefined
  /** By its name, by the beginning of only one name, or with `no-` before a switch. */
  long(name: string): { option: CurlOption; off: boolean } | { candidates: string[]; nearest?: string }
}

export function options(table: readonly CurlOption[]): Options {
  const byShort = new Map(table.flatMap((o) => (o.short === undefined ? [] : [[o.short, o] as const])))
  const byLong = new Map(table.map((o) => [o.long, o]))
  const named = (name: string): CurlOption[] => {
    const exact = byLong.get(name)
    return exact ? [exact] : table.filter((o) => o.long.startsWith(name))
  }
  return {
    short: (letter) => byShort.get(letter),
    long(name) {
      const found = named(name)
      const [only, another] = found
      if (only && !another) return { option: only, off: false }
      const negated = name.startsWith('no-') ? named(name.slice(3)).filter((o) => !o.takesValue) : []
      const [off, more] = negated
      if (off && !more) return { option: off, off: true }
      const meant = found.length > 0 ? undefined : nearest(name, byLong.keys())
      return { candidates: found.map((o) => o.long), ...(meant === undefined ? {} : { nearest: meant }) }
    },
  }
}
