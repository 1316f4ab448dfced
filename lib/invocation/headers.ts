import type { Header } from './invocation'

export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** The first header of this name: the one that a server reads where only one is meant. */
export const headerValue = (headers: readonly Header[], name: string): string | undefined =>
  headers.find((h) => sameName(h.name, name))?.value
