'use client'

import { Split } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { HopBadge } from '@/components/ui/HopBadge'
import { Mark } from '@/components/ui/Mark'
import { statusWord } from '@/components/ui/status'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Hop, Trace } from '@/lib/trace/trace'
import { FactCell, TlsCells } from './cells'
import { hopTitle } from './hopTitle'
import { hopStatus, lanes, laneTitles, sessionsOf } from './lanes'
import { waysWords } from './wayName'

interface Props {
  document: TopologyDocument
  trace: Trace
  /** Number of the hop the cursor stands on. */
  hop: number | undefined
  onHop: (hop: Hop) => void
}

/** The trace as a logic analyser draws it, and as a table for those who do not see the canvas. */
export function HopStrip({ document, trace, hop, onHop }: Props) {
  const sessions = useMemo(() => sessionsOf(trace), [trace])
  const heads = useRef<HTMLTableRowElement>(null)

  // The column of the cursor stays in sight, however it was chosen.
  useEffect(() => {
    if (hop === undefined) return
    heads.current?.querySelector(`[data-hop="${hop}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [hop])

  const walk = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = trace.hops.findIndex((h) => h.n === hop)
    const next = trace.hops[Math.max(0, Math.min(trace.hops.length - 1, at + step))]
    if (!next) return
    onHop(next)
    heads.current?.querySelector<HTMLElement>(`[data-hop="${next.n}"] button`)?.focus()
  }

  return (
    <table
      style={{ minWidth: 80 + 84 * trace.hops.length, maxWidth: 80 + 240 * trace.hops.length }}
      className="w-full table-fixed border-separate border-spacing-0 text-fact"
      onKeyDown={walk}
    >
      <caption className="sr-only">
        The call hop by hop: for each hop its name, network, TLS, permission and forwarding checks.
      </caption>
      <thead>
        <tr ref={heads}>
          <th scope="col" className="sticky left-0 z-1 w-20 bg-panel">
            <span className="sr-only">Check</span>
          </th>
          {trace.hops.map((h, index) => (
            <Head
              key={h.n}
              document={document}
              trace={trace}
              hop={h}
              chosen={h.n === hop}
              focusable={hop === undefined ? index === 0 : h.n === hop}
              onHop={onHop}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {lanes.map((lane) => (
          <tr key={lane}>
            <th
              scope="row"
              className="sticky left-0 z-1 border-t border-line bg-panel pl-3 text-left font-normal text-ink2"
            >
              {laneTitles[lane]}
            </th>
            {lane === 'tls' ? (
              <TlsCells trace={trace} sessions={sessions} hop={hop} onHop={onHop} />
            ) : (
              trace.hops.map((h) => (
                <FactCell
                  key={h.n}
                  document={document}
                  trace={trace}
                  hop={h}
                  lane={lane}
                  chosen={h.n === hop}
                  onHop={onHop}
                />
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface HeadProps {
  document: TopologyDocument
  trace: Trace
  hop: Hop
  chosen: boolean
  focusable: boolean
  onHop: (hop: Hop) => void
}

function Head({ document, trace, hop, chosen, focusable, onHop }: HeadProps) {
  const status = hopStatus(trace, hop)
  const { kind, tail, full } = hopTitle(document, hop)
  const ways = hop.branches?.length
  return (
    <th
      scope="col"
      data-hop={hop.n}
      className={`border-l border-line p-0 text-left font-normal ${chosen ? 'bg-accent-tint' : ''}`}
    >
      <button
        type="button"
        tabIndex={focusable ? 0 : -1}
        aria-current={chosen ? 'step' : undefined}
        aria-label={`Hop ${hop.n} of ${trace.hops.length}, ${full}, ${statusWord[status]}${waysWords(document, hop)}`}
        className="block w-full px-1.5 pt-1 pb-0.5 text-left hover:bg-hover focus-visible:outline-offset-[-2px]"
        onClick={() => onHop(hop)}
      >
        <span className="flex items-center gap-1.5">
          <HopBadge n={hop.n} status={status} />
          <span className="truncate font-semibold text-ink">{kind}</span>
        </span>
        <span className="mt-0.5 flex items-center gap-1">
          {ways === undefined ? (
            <span className="min-w-0 flex-1 truncate font-mono text-id text-ink3">{tail}</span>
          ) : (
            <span className="flex min-w-0 flex-1 items-center gap-1 text-fact text-ink2">
              <Split size={11} aria-hidden className="shrink-0" />
              {`${ways} ways`}
            </span>
          )}
          <Mark status={status} size={12} silent />
        </span>
      </button>
    </th>
  )
}
