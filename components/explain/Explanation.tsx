import type { ReactNode } from 'react'
import { Plain } from '@/components/inspector/Sentence'
import type { Cause, ExplainedCall } from '@/lib/explain/explanation'
import type { TopologyDocument } from '@/lib/topology/document'
import { Causes } from './Causes'
import { RequestFacts } from './RequestFacts'

interface Props {
  calls: ExplainedCall[]
  document: TopologyDocument | undefined
  /** What can be done with a recovered call. */
  actions: (call: ExplainedCall) => ReactNode
  onShow: ((call: ExplainedCall, cause: Cause) => void) | undefined
  onAnswer: (command: string, output: string) => void
}

/** What a paste shows, call by call: what it is, what it rules out, the next command, and the causes that are left. */
export function Explanation({ calls, document, actions, onShow, onAnswer }: Props) {
  if (calls.length === 0)
    return (
      <p className="text-ink2">
        No call, answer, log or name query was recognised in this text. Paste the command together with what it printed.
      </p>
    )
  return calls.map((call, at) => (
    <section
      key={at}
      aria-label={calls.length > 1 ? `Call ${at + 1} of ${calls.length}` : 'The call'}
      className="flex flex-col gap-4 not-first:mt-5 not-first:border-t not-first:border-line not-first:pt-4"
    >
      <div className="flex flex-col gap-2">
        {calls.length > 1 && <h3 className="text-label text-ink3">{`Call ${at + 1} of ${calls.length}`}</h3>}
        <p className="text-reason break-words">
          <Plain text={call.says} />
        </p>
        <RequestFacts call={call} document={document} />
        {actions(call)}
      </div>
      <RuledOut call={call} />
      <Causes call={call} document={document} onShow={onShow && ((cause) => onShow(call, cause))} onAnswer={onAnswer} />
    </section>
  ))
}

/** More than these stand behind one line: the causes must be in sight. */
const shownMax = 3

function RuledOut({ call: { rulesOut } }: { call: ExplainedCall }) {
  if (rulesOut.length === 0) return null
  const cut = rulesOut.length > shownMax + 1 ? shownMax : rulesOut.length
  return (
    <section aria-label="What it rules out">
      <h3 className="mb-1 text-label text-ink2">What it rules out</h3>
      <Lines lines={rulesOut.slice(0, cut)} />
      {cut < rulesOut.length && (
        <details className="mt-1">
          <summary className="rounded-bar text-ink2 hover:text-ink">{`${rulesOut.length - cut} more`}</summary>
          <Lines lines={rulesOut.slice(cut)} />
        </details>
      )}
    </section>
  )
}

const Lines = ({ lines }: { lines: ExplainedCall['rulesOut'] }) => (
  <ul className="flex list-disc flex-col gap-1 pl-4 text-ink2 marker:text-ink3">
    {lines.map(({ says }) => (
      <li key={says} className="break-words">
        <Plain text={says} />
      </li>
    ))}
  </ul>
)
