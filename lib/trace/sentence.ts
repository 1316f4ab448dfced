import type { Fill } from './check'
import type { Noun } from './trace'

/** A sentence of a check with its nouns put in. A noun that nobody gave stays visible in braces, for a test to find. */
export function sentence(template: string, fill: Record<string, Fill>): { text: string; nouns: Noun[] } {
  const nouns: Noun[] = []
  const text = template.replaceAll(/\{(\w+)\}/g, (braces, name: string) => {
    const noun = fill[name]
    if (noun === undefined) return braces
    if (typeof noun === 'string') return noun
    nouns.push(noun)
    return noun.text
  })
  return { text, nouns }
}
