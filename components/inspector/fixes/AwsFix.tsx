import type { ReactNode } from 'react'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Fix } from '@/lib/trace/trace'
import { Plain } from '../Sentence'
import { CommandBlock } from './CommandBlock'
import { changedLines } from './changedLines'
import { placeOf } from './place'

interface Props {
  document: TopologyDocument
  fix: Fix
  /** The button that tries it on the drawing: what goes live in AWS is said after it, and before the commands. */
  button?: ReactNode
}

const shown = 8

/** One change in AWS: what it is, what else it brings, the commands that make it and those that take it back. */
export function AwsFix({ document, fix, button }: Props) {
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium">
        <Plain text={fix.label} />.
      </p>
      {fix.patch && <Changes document={document} fix={fix} />}
      {button}
      {fix.commands.map(
        ({ note }) =>
          note !== undefined && (
            <p key={note} className="text-ink2">
              <Plain text={note} />
            </p>
          ),
      )}
      {fix.commands.map(({ command, account }) => (
        <CommandBlock
          key={command}
          title={`Commands, in ${placeOf(document, fix, account)}`}
          label="the commands that make this change"
          command={command}
        />
      ))}
      {fix.undo && (
        <details>
          <summary className="rounded-bar text-ink2 hover:text-ink">The commands that undo it</summary>
          <div className="mt-1.5 flex flex-col gap-1.5">
            {fix.undo.map(({ command, account, note }) => (
              <div key={command} className="flex flex-col gap-1.5">
                {note !== undefined && <p className="text-ink2">{note}</p>}
                <CommandBlock
                  title={`Undo, in ${placeOf(document, fix, account)}`}
                  label="the commands that undo it"
                  command={command}
                />
              </div>
            ))}
          </div>
        </details>
      )}
    </div>
  )
}

function Changes({ document, fix }: { document: TopologyDocument; fix: Fix }) {
  const lines = changedLines(document, fix.patch ?? [])
  return (
    <ul aria-label="What it changes" className="overflow-hidden rounded-panel border border-line bg-sunken py-1">
      {lines.slice(0, shown).map(({ sign, text }, at) => (
        <li
          key={at}
          className={`px-2.5 font-mono text-id leading-[17px] break-words ${sign === '+' ? 'bg-pass-tint text-ink' : 'text-ink3'}`}
        >
          <span aria-hidden>{sign} </span>
          <span className="sr-only">{sign === '+' ? 'added: ' : 'taken away: '}</span>
          {text}
        </li>
      ))}
      {lines.length > shown && (
        <li className="px-2.5 text-fact text-ink3">{`and ${lines.length - shown} more lines`}</li>
      )}
    </ul>
  )
}
