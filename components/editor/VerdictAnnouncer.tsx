import { useEffect, useState } from 'react'
import { verdictSentence } from '@/components/callbar/verdictWords'
import type { Trace } from '@/lib/trace/trace'
import { useEditorState } from './Editing'

const rest = 900

/** Says the verdict once, after typing rests. */
export function VerdictAnnouncer({ trace }: { trace: Trace | undefined }) {
  const changed = useEditorState((state) => state.changed)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!trace) return
    const timer = setTimeout(() => setSaid(spoken(trace)), rest)
    return () => clearTimeout(timer)
  }, [trace])
  return (
    <div role="status" className="sr-only">
      {changed !== undefined && <p>{changed}.</p>}
      <p>{said}</p>
    </div>
  )
}

function spoken(trace: Trace): string {
  const { decidedBy, hops } = trace
  const check = hops
    .find((hop) => hop.n === decidedBy?.n)
    ?.checks.find((each) => each.id === decidedBy?.check && each.verdict !== 'pass')
  const where = trace.verdict !== 'reaches' && decidedBy ? ` at hop ${decidedBy.n} of ${hops.length}.` : '.'
  return `${verdictSentence(trace)}${where} ${check?.says ?? ''}`.trim()
}
