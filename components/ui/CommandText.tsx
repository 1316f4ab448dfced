import { Fragment } from 'react'
import { idPieces } from './Id'

/** A command as it is pasted, in lines that turn at its spaces and joints: an id or a region stays whole. */
export function CommandText({ text }: { text: string }) {
  return text.split(/(\s+)/).map((word, at) =>
    at % 2 === 1 ? (
      word
    ) : (
      <Fragment key={at}>
        {idPieces(word).map((piece, index) => (
          <Fragment key={index}>
            {index > 0 && <wbr />}
            <span className="whitespace-nowrap">{piece}</span>
          </Fragment>
        ))}
      </Fragment>
    ),
  )
}
