import { describe, expect, it } from 'vitest'
import { meet } from '../layout/frames'
import { notePlace, noteText } from './notePlace'

const card = { x: 0, y: 0, w: 146, h: 72 }
const at = (x: number, y: number) => ({ ...card, x, y })
const says = 'A remark of some forty letters or so here.'

describe('the place of a note', () => {
  it('is at the right of a card that stands alone', () => {
    expect(notePlace(card, [card], says).side).toBe('right')
  })

  it('goes where no card stands', () => {
    const others = [card, at(200, 0), at(0, 110)]
    const place = notePlace(card, others, says)
    expect(place.side).toBe('left')
    expect(others.some((other) => meet(other, place))).toBe(false)
  })
})

describe('the text of a note', () => {
  it('has at most thirty words', () => {
    const words = Array.from({ length: 40 }, (_, i) => `w${i}`).join(' ')
    expect(noteText(words).split(' ')).toHaveLength(30)
    expect(noteText(says)).toBe(says)
  })
})
