import { useMemo } from 'react'
import { layoutJson, type Token } from './layoutJson'

/** A stretch of the source that is underlined, or whose lines are tinted. */
export interface Stretch {
  offset: number
  length: number
  tone: 'fail' | 'unknown' | 'pass'
  says: string
}

interface Props {
  text: string
  /** The statement that decides the call: its lines are tinted. */
  lines: Stretch[]
  /** Words that are wrong or that decide: underlined. */
  words: Stretch[]
}

const inks = {
  key: 'text-accent',
  string: 'text-pass',
  word: 'text-unknown',
  punctuation: 'text-ink2',
  space: '',
} satisfies Record<Token['kind'], string>

const tints = { fail: 'bg-fail-tint', unknown: 'bg-unknown-tint', pass: 'bg-pass-tint' }
const underlines = {
  fail: 'decoration-fail-mark',
  unknown: 'decoration-unknown-mark',
  pass: 'decoration-pass-mark',
}

const overlaps = (token: Token, stretch: Stretch) =>
  token.kind !== 'space' &&
  token.offset < stretch.offset + stretch.length &&
  token.offset + token.text.length > stretch.offset

/** Highlighted JSON with the numbers of its lines, to be read. */
export function PolicyText({ text, lines, words }: Props) {
  const drawn = useMemo(() => layoutJson(text), [text])
  return (
    <section
      aria-label="Policy text"
      className="border-y border-line bg-sunken py-1.5 font-mono text-[11.5px] leading-[17px]"
    >
      <ol>
        {drawn.map((line, at) => {
          const stretch = lines.find((each) => line.some((token) => overlaps(token, each)))
          return (
            <li key={at} className={`flex ${stretch ? tints[stretch.tone] : ''}`} title={stretch?.says}>
              <span className="w-9 shrink-0 pr-3 text-right text-ink3 select-none">{at + 1}</span>
              <code className="min-w-0 pr-3 break-words whitespace-pre-wrap">
                {line.map((token, index) => (
                  <Word key={index} token={token} mark={words.find((each) => overlaps(token, each))} />
                ))}
              </code>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Word({ token, mark }: { token: Token; mark: Stretch | undefined }) {
  if (!mark) return <span className={inks[token.kind]}>{token.text}</span>
  return (
    <span
      title={mark.says}
      className={`${inks[token.kind]} underline decoration-wavy underline-offset-2 ${underlines[mark.tone]}`}
    >
      {token.text}
    </span>
  )
}
