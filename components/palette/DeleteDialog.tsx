import { useMemo } from 'react'
import { useEditing } from '@/components/editor/Editing'
import { make } from '@/components/editor/make'
import { Button } from '@/components/ui/Button'
import { Modal } from '@/components/ui/Modal'
import { removal } from '@/lib/edit/remove'
import { titleOf } from '@/lib/edit/titleOf'

/** Says what a deletion takes along and which references it clears, before it is made. */
export function DeleteDialog({ ids, onClose }: { ids: string[]; onClose: () => void }) {
  const { store } = useEditing()
  const { document } = store.getState()
  const { change, gone, cleared } = useMemo(() => removal(document, ids), [document, ids])
  const along = gone.filter((id) => !ids.includes(id))
  return (
    <Modal title={change.label} onClose={onClose} className="w-[min(520px,92vw)]">
      <div className="flex flex-col gap-3 px-4 pb-3">
        {along.length > 0 && (
          <section>
            <h3 className="text-label text-ink2">{`Goes along: ${along.length} that cannot stand without it`}</h3>
            <ul className="max-h-40 overflow-y-auto">
              {along.map((id) => (
                <li key={id}>{titleOf(document, id)}</li>
              ))}
            </ul>
          </section>
        )}
        {cleared.length > 0 && (
          <section>
            <h3 className="text-label text-ink2">{`References that would dangle are cleared: ${cleared.length}`}</h3>
            <ul className="max-h-40 overflow-y-auto">
              {cleared.map((each) => (
                <li key={each.resource + each.path}>{each.says}</li>
              ))}
            </ul>
          </section>
        )}
        {along.length === 0 && cleared.length === 0 && <p>Nothing else names it.</p>}
      </div>
      <div className="flex justify-end gap-2 border-t border-line px-4 py-3">
        <Button look="bare" onClick={onClose}>
          Keep
        </Button>
        <Button
          data-first
          look="ink"
          onClick={() => {
            onClose()
            store.getState().select(undefined)
            make(store, change)
          }}
        >
          Delete
        </Button>
      </div>
    </Modal>
  )
}
