import type { z } from 'zod'
import { covers, pointer } from './pointer'

/**
 * Fields that a `notVisible` entry hides may be absent from a resource. They are filled with empty values, so that the
 * shape holds everywhere; `read` answers *not known* for them whatever stands there.
 *
 * @returns a copy with the holes filled, or undefined where an issue is not about a hidden field.
 */
export function fillHidden(root: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(root))
  let filled = false
  for (const issue of issues) {
    const value = emptyFor(issue)
    if (value === undefined || !isHidden(copy, issue.path)) return undefined
    const parent = at(copy, issue.path.slice(0, -1))
    const key = issue.path.at(-1)
    if (typeof parent !== 'object' || parent === null || key === undefined) return undefined
    Object.assign(parent, { [key]: value })
    filled = true
  }
  return filled ? copy : undefined
}

function isHidden(root: unknown, path: readonly PropertyKey[]): boolean {
  if (path[0] !== 'resources' || path.length < 3 || at(root, path) !== undefined) return false
  const holes = at(root, [...path.slice(0, 2), 'notVisible'])
  const inside = pointer(path.slice(2))
  return Array.isArray(holes) && holes.some((h) => typeof h?.path === 'string' && covers(h.path, inside))
}

// A reference may not be empty text, so a word stands for one that nobody could read.
const word = 'not-visible'

function emptyFor(issue: z.core.$ZodIssue): unknown {
  if (issue.code === 'invalid_value') return issue.values[0]
  if (issue.code === 'invalid_union') return addressFor(issue.message) ?? word
  if (issue.code !== 'invalid_type') return undefined
  const empty: Record<string, unknown> = {
    array: [],
    object: {},
    record: {},
    string: word,
    boolean: false,
    number: 0,
    int: 0,
  }
  return empty[issue.expected]
}

/** Addresses and blocks are unions too: their message is the one that `field.ts` gives them. */
function addressFor(message: string): string | undefined {
  if (message.includes('CIDR')) return '0.0.0.0/0'
  return message.includes('IPv4') ? '0.0.0.0' : undefined
}

function at(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}
