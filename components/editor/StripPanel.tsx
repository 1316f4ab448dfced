'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { titleOf } from '@/components/outline/tree'
import { CallerSees } from '@/components/trace/CallerSees'
import { HopBars } from '@/components/trace/HopBars'
import { HopStrip } from '@/components/trace/HopStrip'
import { StripTitle } from '@/components/trace/StripTitle'
import { Button } from '@/components/ui/Button'
import { selectHop } from './actions'
import { useEditing, useEditorState } from './Editing'
import { traceOf, useLater } from './useLater'

interface Props {
  open: boolean
  height: number
  /** One bar a hop, where there is no room for the lanes. */
  bars: boolean
  curl: (() => Promise<string>) | undefined
  onOpen: (open: boolean) => void
}

/** The trace under the canvas: its title line, the lanes, and what the caller sees. */
export function StripPanel({ open, height, bars, curl, onOpen }: Props) {
  const { store } = useEditing()
  const document = useEditorState((state) => state.document)
  const trace = useLater(traceOf)
  const failed = useEditorState((state) => state.failed)
  const onlyCall = useEditorState((state) => state.onlyCall)
  const hop = useEditorState((state) => state.hop)
  const last = trace?.hops.at(-1)
  return (
    <section
      aria-label="Trace"
      className="relative z-(--z-trace) flex shrink-0 flex-col border-t border-line bg-panel"
      style={{ height: open ? height : 33 }}
    >
      <div className="flex h-8 shrink-0 items-center gap-3 px-3">
        <StripTitle document={document} trace={trace} failed={failed} />
        <Button
          look="bare"
          className={`!h-6 ${onlyCall ? 'bg-accent-tint text-accent' : ''}`}
          aria-pressed={onlyCall}
          title="Hides what the call does not touch (O)"
          onClick={() => store.setState({ onlyCall: !onlyCall })}
        >
          Only this call
        </Button>
        <Button
          look="bare"
          square
          className="!h-6 !w-6"
          aria-expanded={open}
          aria-label={open ? 'Fold the trace' : 'Open the trace'}
          title={open ? 'Fold the trace (T)' : 'Open the trace (T)'}
          onClick={() => onOpen(!open)}
        >
          {open ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />}
        </Button>
      </div>
      {open && trace && !bars && (
        <div className="flex min-h-0 flex-1 border-t border-line">
          <div className="min-w-0 flex-1 overflow-auto">
            <HopStrip document={document} trace={trace} hop={hop} onHop={(each) => selectHop(store, each)} />
          </div>
          <div className="w-56 shrink-0 border-l border-line">
            <CallerSees trace={trace} curl={curl} answeredBy={last && titleOf(document, last.resource)} />
          </div>
        </div>
      )}
      {open && trace && bars && (
        <HopBars document={document} trace={trace} hop={hop} curl={curl} onHop={(each) => selectHop(store, each)} />
      )}
    </section>
  )
}
