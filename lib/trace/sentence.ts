import type { Fill } from './check'
import type { Noun } from './trace'

/** A template cut at its braces: text and names of nouns in turn. */
const cut = new Map<string, string[]>()

/** A sentence of a check with its nouns put in. A noun that nobody gave stays visible in braces, for a test to find. */
export function sentence(template: string, fill: Record<string, Fill>): { text: string; nouns: Noun[] } {
  let pieces = cut.get(template)
  if (!pieces) {
    pieces = template.split(/\{(\w+)\}/)
    cut.set(template, pieces)
  }
  const nouns: Noun[] = []
  let text = ''
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] ?? ''
    const noun = i % 2 === 0 ? piece : (fill[piece] ?? `{${piece}}`)
    if (typeof noun === 'string') text += noun
    else {
      text += noun.text
      nouns.push(noun)
    }
  }
  return { text, nouns }
}
