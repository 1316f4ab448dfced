import type { Status } from '@/components/ui/status'
import { statusWord } from '@/components/ui/status'
import type { TopologyDocument } from '@/lib/topology/document'
import { isReached } from '@/lib/trace/hopVerdict'
import type { Hop, Trace } from '@/lib/trace/trace'
import { jumpWords } from './jump'
import { cellOf, type Lane, type Session } from './lanes'

const tones: Partial<Record<Status, string>> = {
  passes: 'bg-pass-tint text-pass border-pass-mark',
  blocked: 'bg-fail-mark text-panel border-fail-mark font-semibold',
  unknown: 'bg-unknown-tint text-unknown border-unknown-mark border-dotted',
}
const quiet = 'text-ink3 border-line2'

interface BarProps {
  /** The call leaves the way that its name points. */
  jump?: string | undefined
  status: Status
  fact: string
  says: string
  onPick: () => void
}

/** A fact as a bar; the sentence behind it is its tooltip and what a screen reader hears. */
function Bar({ status, fact, says, jump, onPick }: BarProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      title={jump === undefined ? says : `${jump} ${says}`}
      className={`block h-[19px] w-full truncate rounded-t-bar border-b-2 px-1 text-left ${tones[status] ?? quiet}`}
      onClick={onPick}
    >
      {jump !== undefined && (
        <>
          <span aria-hidden>↷ </span>
          <span className="sr-only">{`${jump} `}</span>
        </>
      )}
      {fact}
      <span className="sr-only">{`, ${statusWord[status]}`}</span>
    </button>
  )
}

const hatched = 'bg-[repeating-linear-gradient(135deg,var(--line)_0_1px,transparent_1px_6px)]'
const box = 'h-6 border-t border-l border-line px-[3px] py-0'

interface CellProps {
  document: TopologyDocument
  trace: Trace
  hop: Hop
  lane: Lane
  chosen: boolean
  onHop: (hop: Hop) => void
}

export function FactCell({ document, trace, hop, lane, chosen, onHop }: CellProps) {
  const { status, check, checks, reached } = cellOf(trace, hop, lane)
  if (!reached) return <Unreached chosen={chosen} />
  return (
    <td className={`${box} ${chosen ? 'bg-accent-tint' : ''}`}>
      {check && (
        <Bar
          status={status}
          fact={check.fact}
          says={checks.map((each) => each.says).join(' ')}
          jump={lane === 'name' ? jumpWords(document, hop) : undefined}
          onPick={() => onHop(hop)}
        />
      )}
    </td>
  )
}

function Unreached({ chosen }: { chosen: boolean }) {
  return (
    <td className={`${box} ${hatched} ${chosen ? 'bg-accent-tint' : ''}`}>
      <span className="sr-only">not reached</span>
    </td>
  )
}

interface TlsProps {
  trace: Trace
  sessions: Session[]
  hop: number | undefined
  onHop: (hop: Hop) => void
}

/** One cell for each session, over all hops that it crosses; what is never reached is hatched hop by hop. */
export function TlsCells({ trace, sessions, hop, onHop }: TlsProps) {
  return trace.hops.map((h, index) => {
    const session = sessions.find((s) => s.at <= index && index < s.at + s.span)
    if (!isReached(trace, h) || !session?.says) return <Unreached key={h.n} chosen={h.n === hop} />
    if (session.at !== index) return null
    const first = trace.hops[session.at]
    const says = session.checks.map((check) => check.says).join(' ')
    return (
      <td key={h.n} className={box} colSpan={session.span}>
        <Bar
          status={session.status}
          fact={session.says}
          says={says || session.says}
          onPick={() => first && onHop(first)}
        />
      </td>
    )
  })
}
