/**
 * Kleene's three values as numbers, so that AND is the smaller, OR the greater and NOT the distance to YES. A policy is
 * asked thousands of times for one matrix; what is missing is collected only where an answer stays MAYBE.
 */
export type Tri = 0 | 1 | 2
export const NO: Tri = 0
export const MAYBE: Tri = 1
export const YES: Tri = 2

export const both = (a: Tri, b: Tri): Tri => (a < b ? a : b)
export const either = (a: Tri, b: Tri): Tri => (a > b ? a : b)
export const opposite = (a: Tri): Tri => (a === YES ? NO : a === NO ? YES : MAYBE)
export const sure = (value: boolean): Tri => (value ? YES : NO)

export const words = ['no', 'unknown', 'yes'] as const
