import { useState } from 'react'
import { Segmented } from '@/components/ui/Segmented'
import type { Resource, TopologyDocument } from '@/lib/topology/document'
import type { Trace } from '@/lib/trace/trace'
import { PolicyText } from './PolicyText'
import { policiesOf } from './policiesOf'

interface Props {
  document: TopologyDocument
  id: string
  resource: Resource
  trace: Trace | undefined
}

export function Policies({ document, id, resource, trace }: Props) {
  const places = policiesOf(document, id, resource)
  const [chosen, setChosen] = useState(0)
  const place = places[chosen] ?? places[0]
  if (!place) return null
  return (
    <div className="flex flex-col gap-3 py-3">
      <div className="px-3">
        <Segmented
          label="Policy"
          options={places.map((each, at) => ({ value: String(at), title: each.title }))}
          value={String(chosen)}
          onChange={(at) => setChosen(Number(at))}
        />
      </div>
      {place.text !== undefined && <PolicyText text={place.text} lines={[]} words={[]} />}
      {trace && place.says !== undefined && <p className="px-3">{place.says}</p>}
    </div>
  )
}
