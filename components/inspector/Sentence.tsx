import { Fragment, type ReactNode } from 'react'
import { Id } from '@/components/ui/Id'
import type { Noun } from '@/lib/trace/trace'

interface Props {
  says: string
  nouns: Noun[]
  onNoun: (noun: Noun) => void
}

/** A sentence whose nouns lead to what they name. Ids and addresses stand in mono and are never broken. */
export function Sentence({ says, nouns, onNoun }: Props) {
  const parts: ReactNode[] = []
  let rest = says
  while (rest !== '') {
    const next = firstNoun(rest, nouns)
    const before = next ? rest.slice(0, next.at) : rest
    if (before !== '') parts.push(<Plain key={parts.length} text={before} />)
    if (!next) break
    const { noun, at } = next
    parts.push(
      <button
        key={parts.length}
        type="button"
        className={`inline rounded-bar text-left underline decoration-line2 underline-offset-2 hover:decoration-accent ${isId(noun.text) ? mono : ''}`}
        onClick={() => onNoun(noun)}
      >
        {noun.text}
      </button>,
    )
    rest = rest.slice(at + noun.text.length)
  }
  return parts
}

/** The noun that stands first; of two at one place the longer. */
const firstNoun = (text: string, nouns: Noun[]) =>
  nouns
    .filter((noun) => noun.text !== '')
    .map((noun) => ({ noun, at: text.indexOf(noun.text) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.noun.text.length - a.noun.text.length)[0]

const mono = 'font-mono text-[0.95em] whitespace-nowrap'

/** Ids of AWS, addresses and blocks: a word with a digit in it that is more than a number. */
const ids = /([\w*.-]*\d[\w*.-]*(?:[-.:/][\w*.-]+)+|\b[a-z]+-[0-9a-f]{8,}\b)/g
const isId = (text: string) => /\d/.test(text) && !/\s/.test(text)

/** Text in which ids and addresses stand out and stay whole. */
export function Plain({ text }: { text: string }) {
  return text.split(ids).map((piece, at) => {
    if (at % 2 === 0) return <Fragment key={at}>{piece}</Fragment>
    // A dot or comma at its end belongs to the sentence.
    const [, word = piece, end = ''] = /^(.*?)([.,;:]*)$/.exec(piece) ?? []
    return (
      <Fragment key={at}>
        <Id text={word} className="text-[0.95em]" />
        {end}
      </Fragment>
    )
  })
}
