import { useState } from 'react'
import { useEditing } from '@/components/editor/Editing'
import { make } from '@/components/editor/make'
import { renameId } from '@/lib/edit/rename'

/** The name by which everything in the topology refers to this resource: renamed here, it is renamed everywhere. */
export function LogicalId({ id }: { id: string }) {
  const { store } = useEditing()
  const [typed, setTyped] = useState(id)
  const [why, setWhy] = useState<string>()
  const { readOnly } = store.getState()
  const commit = () => {
    if (typed === id) return setWhy(undefined)
    const offer = renameId(store.getState().document, id, typed)
    if (offer.ok) make(store, offer.change, typed)
    else setWhy(offer.why)
  }
  return (
    <label className="flex flex-col gap-1 text-label text-ink2">
      Logical id
      <input
        className="h-7 w-full rounded-control border border-line2 bg-sunken px-2 font-mono text-[12px] text-ink"
        value={typed}
        readOnly={readOnly}
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setTyped(id)
        }}
      />
      {why !== undefined && (
        <span role="alert" className="text-fact text-fail">
          {why}
        </span>
      )}
    </label>
  )
}
