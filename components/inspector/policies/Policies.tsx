'use client'

import { useMemo, useState } from 'react'
import { Segmented } from '@/components/ui/Segmented'
import { awsCommands } from '@/lib/export/awsCli'
import { parsePolicy } from '@/lib/policy/parse'
import { plain, wordsOf } from '@/lib/policy/words/words'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import { resolveText } from '@/lib/topology/text'
import type { Trace } from '@/lib/trace/trace'
import { Code } from '../Code'
import { Plain } from '../Sentence'
import { decidingStatement } from './deciding'
import { PolicyText, type Stretch } from './PolicyText'
import { type PolicyPlace, policiesOf } from './policiesOf'
import { Statements } from './Statements'

interface Props {
  document: TopologyDocument
  id: string
  resource: Resource
  trace: Trace | undefined
}

/** The policies that bear on calls to a resource: in words, as text, statement by statement, and as commands. */
export default function Policies({ document, id, resource, trace }: Props) {
  const places = policiesOf(document, id, resource)
  const [chosen, setChosen] = useState(() => openingPlace(places, trace))
  const place = places[chosen] ?? places[0]
  if (!place) return null
  const commands = awsCommands[resource.kind]?.(document, id) ?? []
  return (
    <div className="flex flex-col gap-3 py-3">
      {places.length > 1 && (
        <div className="px-3">
          <Segmented
            label="Policy"
            options={places.map((each, at) => ({ value: String(at), title: each.title }))}
            value={String(places.indexOf(place))}
            onChange={(at) => setChosen(Number(at))}
          />
        </div>
      )}
      {place.text === undefined ? (
        <p className="px-3 text-reason">{place.says}</p>
      ) : (
        <PolicyView
          key={`${place.resource} ${place.path}`}
          document={document}
          place={place}
          text={place.text}
          trace={trace}
        />
      )}
      {commands.length > 0 && (
        <section className="flex flex-col gap-3 px-3">
          <h3 className="text-section">AWS CLI</h3>
          {commands.map((each) => (
            <div key={each.title} className="flex flex-col gap-1">
              <h4 className="text-label text-ink2">{each.title}</h4>
              <Code text={each.command} label={`Copy: ${each.title}`} />
              {each.note !== undefined && <p className="text-fact text-unknown">{each.note}</p>}
            </div>
          ))}
        </section>
      )}
    </div>
  )
}

/** The policy that decides the call stands open. */
function openingPlace(places: PolicyPlace[], trace: Trace | undefined): number {
  const decides = places.findIndex((place) => decidingStatement(trace, place)?.blocks)
  return Math.max(0, decides)
}

interface ViewProps {
  document: TopologyDocument
  place: PolicyPlace
  text: string
  trace: Trace | undefined
}

function PolicyView({ document, place, text, trace }: ViewProps) {
  const shown = useMemo(() => resolveText(document, text, (of, field) => `<${field} of ${of}>`), [document, text])
  const words = useMemo(() => wordsOf(parsePolicy(place.kind, shown)), [place.kind, shown])
  const deciding = decidingStatement(trace, place)
  const statement = words.policy.statements.find((each) => each.index === deciding?.statement)
  const lines: Stretch[] =
    statement && deciding
      ? [
          {
            offset: statement.offset,
            length: statement.length,
            tone: deciding.blocks ? 'fail' : 'pass',
            says: deciding.says,
          },
        ]
      : []
  const problems: Stretch[] = words.policy.problems.map(({ offset, length, sentence }) => ({
    offset,
    length,
    tone: 'fail',
    says: sentence,
  }))
  return (
    <>
      <div className="px-3">
        <p className="text-reason">
          <Plain text={plain(words.summary)} />
        </p>
        {place.note !== undefined && <p className="text-fact text-ink3">{place.note}</p>}
      </div>
      <PolicyText text={shown} lines={lines} words={problems} />
      <Statements words={words} deciding={deciding} />
    </>
  )
}
