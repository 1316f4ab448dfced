import type { Patch } from '@/lib/topology/patch'

/** A named change of a document, before anybody makes it: one step, whatever it holds. */
export interface Change {
  label: string
  patch: Patch
}

/** A change, or why there is none. */
export type Offer = { ok: true; change: Change; selects: string[] } | { ok: false; why: string }

export const refuse = (why: string): Offer => ({ ok: false, why })
