import type { ReactNode } from 'react'
import type { Noun } from '@/lib/trace/trace'

interface Props {
  says: string
  nouns: Noun[]
  onNoun: (noun: Noun) => void
}

/** A sentence whose nouns lead to what they name. Ids stand in mono and are never broken. */
export function Sentence({ says, nouns, onNoun }: Props) {
  const parts: ReactNode[] = []
  let rest = says
  // Longer nouns first, so that "vpce-1" inside "vpce-1-abc" does not take its place.
  const sorted = [...nouns].filter((noun) => noun.text !== '').sort((a, b) => b.text.length - a.text.length)
  while (rest !== '') {
    const next = sorted
      .map((noun) => ({ noun, at: rest.indexOf(noun.text) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.noun.text.length - a.noun.text.length)[0]
    if (!next) {
      parts.push(rest)
      break
    }
    parts.push(rest.slice(0, next.at))
    parts.push(
      <button
        key={parts.length}
        type="button"
        className={`inline rounded-bar text-left underline decoration-line2 underline-offset-2 hover:decoration-accent ${isId(next.noun.text) ? 'font-mono text-[0.95em]' : ''}`}
        onClick={() => onNoun(next.noun)}
      >
        {next.noun.text}
      </button>,
    )
    rest = rest.slice(next.at + next.noun.text.length)
  }
  return <>{parts}</>
}

const isId = (text: string) => /\d/.test(text) && !/\s/.test(text)
