import { meet, type Rect } from '../layout/frames'

/** How wide a note is, and how long its leader. */
export const noteWidth = 176
const leader = 22
const lineHeight = 15
const charsOfLine = 30
const inset = 10

export type Side = 'right' | 'left' | 'below' | 'above'

export interface NotePlace extends Rect {
  side: Side
}

/** Where a note about a card covers the fewest other cards: beside it, below or above. */
export function notePlace(card: Rect, others: readonly Rect[], text: string, scale = 1): NotePlace {
  const h = (Math.ceil(text.length / charsOfLine) * lineHeight + 4) * scale
  const w = noteWidth * scale
  const sides: NotePlace[] = [
    { side: 'right', x: card.x + card.w + leader, y: card.y, w, h },
    { side: 'below', x: card.x + inset, y: card.y + card.h + leader, w, h },
    { side: 'left', x: card.x - leader - w, y: card.y, w, h },
    { side: 'above', x: card.x + inset, y: card.y - leader - h, w, h },
  ]
  const covered = (place: Rect) => others.filter((other) => other !== card && meet(other, place)).length
  return sides.reduce((best, side) => (covered(side) < covered(best) ? side : best))
}

/** The words of a remark that a note has room for. */
export function noteText(sentence: string, wordsMax = 30): string {
  const words = sentence.split(/\s+/)
  return words.length <= wordsMax ? sentence : `${words.slice(0, wordsMax - 1).join(' ')} …`
}
