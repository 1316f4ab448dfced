import { fieldTitle } from '@/lib/edit/fields/fieldTitle'
import type { Path } from '../formContext'

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const nameOf = (path: Path) => String(path.findLast((key) => typeof key === 'string') ?? '')

/** "Listeners 2 port": what a field is called where several stand below one another. */
export const labelOf = (path: Path) =>
  path
    .map((key, n) =>
      typeof key === 'number' ? String(key + 1) : n === 0 ? fieldTitle(key) : fieldTitle(key).toLowerCase(),
    )
    .join(' ')
