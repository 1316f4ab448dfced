import { Fragment } from 'react'

/** Longer than any id of AWS: a name, which may turn over at its hyphens. */
const longest = 34

/** The pieces of an id, ARN, host or name between which a line may turn: an id itself never breaks. */
export const idPieces = (text: string): string[] =>
  text
    .split(/(?<!\*)(?!(?<=\d)\.\d)(?=[.:/](?!com(?:\.|$)|cn$))/)
    .flatMap((piece) => (piece.length > longest ? piece.split(/(?<=-)/) : [piece]))

/** An id, address, ARN or host in mono, whole wherever there is room. */
export function Id({ text, className = '' }: { text: string; className?: string }) {
  return (
    <code className={className}>
      {idPieces(text).map((piece, at) => (
        <Fragment key={at}>
          {at > 0 && <wbr />}
          <span className="whitespace-nowrap">{piece}</span>
        </Fragment>
      ))}
    </code>
  )
}
