import { useState } from 'react'
import { checksAbout } from '@/components/editor/hops'
import { AboutResource } from '@/components/findings/AboutResource'
import { HopNotes } from '@/components/trace/HopNotes'
import { laneOf, lanes, laneTitles, speakerOf } from '@/components/trace/lanes'
import { Mark } from '@/components/ui/Mark'
import { checkStatus } from '@/components/ui/status'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { isReached } from '@/lib/trace/hopVerdict'
import type { Check, Hop, Noun, Trace } from '@/lib/trace/trace'
import { Broken } from './Broken'
import { Facts } from './facts/Facts'
import { TriedSlot } from './fixes/TriedSlot'
import { Sentence } from './Sentence'

interface Props {
  document: TopologyDocument
  id: string
  resource: Resource
  trace: Trace | undefined
  hop: Hop | undefined
  curl: (() => Promise<string>) | undefined
  onSelect: (resource: string, hop?: number) => void
  onField: (resource: string, path: string) => void
}

export default function Overview({ document, id, resource, trace, hop, curl, onSelect, onField }: Props) {
  const [marked, setMarked] = useState<string>()
  const onNoun = (noun: Noun) => (noun.path === undefined ? onSelect(noun.resource) : field(noun.resource, noun.path))
  const field = (of: string, path: string) => {
    if (of === id) setMarked(path)
    onField(of, path)
  }
  const decides = trace && hop && trace.verdict !== 'reaches' && trace.decidedBy?.n === hop.n
  return (
    <div className="flex flex-col gap-4 px-3 py-3">
      {trace && hop && decides && (
        <Broken document={document} trace={trace} hop={hop} curl={curl} onNoun={onNoun} onField={field} />
      )}
      {hop && !decides && <TriedSlot />}
      {hop && <HopNotes document={document} hop={hop} onSelect={onSelect} />}
      {trace && hop && !decides && <InThisCall trace={trace} hop={hop} onNoun={onNoun} />}
      {trace && !hop && <AskedAbout trace={trace} id={id} onNoun={onNoun} onSelect={onSelect} />}
      <AboutResource id={id} />
      <section className="flex flex-col gap-2">
        <h3 className="text-label text-ink2">Facts</h3>
        <Facts document={document} resource={resource} marked={marked} onSelect={onSelect} />
        {resource.notVisible?.map((hole) => (
          <p key={hole.path} className="flex gap-2 text-unknown">
            <Mark status="invisible" size={13} />
            <span>
              <code>{hole.path === '' ? 'everything' : hole.path}</code> is not visible: {hole.ask}
            </span>
          </p>
        ))}
      </section>
    </div>
  )
}

function InThisCall({ trace, hop, onNoun }: { trace: Trace; hop: Hop; onNoun: (noun: Noun) => void }) {
  const behind = trace.verdict === 'blocked' && trace.decidedBy !== undefined && hop.n > trace.decidedBy.n
  // First what speaks for a lane and what does not pass; the rest is asked on every call and says little.
  const speaks = new Set(lanes.map((lane) => speakerOf(hop, lane)))
  const said = hop.checks.filter((check) => check.verdict !== 'pass' || speaks.has(check))
  const others = hop.checks.filter((check) => !said.includes(check))
  return (
    <section className="flex flex-col gap-2">
      <h3 className="flex justify-between text-label text-ink2">
        In this call
        <span className="font-normal text-ink3">{`hop ${hop.n} of ${trace.hops.length}`}</span>
      </h3>
      {behind && <p>The call never gets here: hop {trace.decidedBy?.n} stops it. If it did:</p>}
      <ul className="flex flex-col gap-1.5">
        {said.map((check) => (
          <CheckLine key={`${check.id} ${check.says}`} check={check} quiet={behind} onNoun={onNoun} />
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary className="rounded-bar text-ink3 hover:text-ink">{`${others.length} more ${others.length === 1 ? 'check passes' : 'checks pass'}`}</summary>
          <ul className="mt-1.5 flex flex-col gap-1.5">
            {others.map((check) => (
              <CheckLine key={`${check.id} ${check.says}`} check={check} quiet={behind} onNoun={onNoun} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** The part of a resource in the call that is asked at other hops. */
function AskedAbout({ trace, id, onNoun, onSelect }: AskedProps) {
  const asked = checksAbout(trace, id)
  if (asked.length === 0) return <p className="text-ink3">This call does not pass here.</p>
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-label text-ink2">In this call</h3>
      {trace.hops
        .filter((hop) => asked.some((each) => each.hop === hop))
        .map((hop) => (
          <div key={hop.n} className="flex flex-col gap-1.5">
            <button
              type="button"
              className="self-start text-fact text-accent hover:underline"
              onClick={() => onSelect(hop.resource, hop.n)}
            >
              {`asked at hop ${hop.n} of ${trace.hops.length}`}
            </button>
            <ul className="flex flex-col gap-1.5">
              {asked
                .filter((each) => each.hop === hop)
                .map(({ check }) => (
                  <CheckLine key={check.id + check.says} check={check} quiet={!isReached(trace, hop)} onNoun={onNoun} />
                ))}
            </ul>
          </div>
        ))}
    </section>
  )
}

interface AskedProps {
  trace: Trace
  id: string
  onNoun: (noun: Noun) => void
  onSelect: (resource: string, hop?: number) => void
}

function CheckLine({ check, quiet, onNoun }: { check: Check; quiet: boolean; onNoun: (noun: Noun) => void }) {
  return (
    <li className={`flex gap-2 ${quiet ? 'text-ink3' : ''}`}>
      <span className="mt-[3px]">
        <Mark status={checkStatus[check.verdict]} size={12} />
      </span>
      <span className="min-w-0">
        <span className="sr-only">{`${laneTitles[laneOf[check.hop]]}: `}</span>
        <Sentence says={check.says} nouns={check.nouns} onNoun={onNoun} />{' '}
        <a
          href={check.docs}
          target="_blank"
          rel="noreferrer"
          className="text-caption whitespace-nowrap text-ink3 hover:text-accent hover:underline"
          aria-label={`AWS documentation on ${check.hop}`}
        >
          AWS
        </a>
      </span>
    </li>
  )
}
