import { useState } from 'react'
import { kindWord } from '@/components/canvas/model/kindWord'
import { useEditing } from '@/components/editor/Editing'
import { make } from '@/components/editor/make'
import { Icon } from '@/components/icons/Icon'
import { iconOf } from '@/components/icons/kindIcon'
import { Button } from '@/components/ui/Button'
import { Modal } from '@/components/ui/Modal'
import { type Moving, moving } from '@/lib/edit/move'
import { titleOf } from '@/lib/edit/titleOf'
import { Pick } from './Pick'
import { settled } from './settled'

/** Asks where a resource goes, and says what that changes before it is made. */
export function MoveDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { store } = useEditing()
  const { document } = store.getState()
  const [chosen, setChosen] = useState<Moving>()
  const title = titleOf(document, id)
  const go = (move: Moving) => {
    onClose()
    make(store, settled(document, move.change), id)
  }
  if (!chosen)
    return (
      <Pick
        title={`Where ${title} goes`}
        placeholder={`Where ${title} goes`}
        groups={[
          {
            title: 'VPCs and subnets',
            options: Object.entries(document.resources)
              .filter(([, { kind }]) => kind === 'vpc' || kind === 'subnet')
              .map(([place, resource]) => {
                const move = moving(document, id, place)
                return {
                  value: place,
                  words: `${titleOf(document, place)} ${kindWord(resource)}`,
                  title: (
                    <>
                      <Icon name={iconOf(resource)} size={15} className="text-ink2" />
                      {titleOf(document, place)}
                      <span className="text-caption text-ink3">{kindWord(resource)}</span>
                    </>
                  ),
                  ...(typeof move === 'string' ? { why: move } : { hint: move.consequences.join(' ') }),
                }
              }),
          },
        ]}
        onPick={(place) => {
          const move = moving(document, id, place)
          if (typeof move === 'string') return
          if (move.consequences.length === 0) go(move)
          else setChosen(move)
        }}
        onClose={onClose}
      />
    )
  return (
    <Modal title={chosen.change.label} onClose={onClose} className="w-[min(480px,92vw)]">
      <ul className="flex flex-col gap-1.5 px-4 pb-3">
        {chosen.consequences.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <div className="flex justify-end gap-2 border-t border-line px-4 py-3">
        <Button look="bare" onClick={onClose}>
          Leave it
        </Button>
        <Button data-first look="ink" onClick={() => go(chosen)}>
          Move
        </Button>
      </div>
    </Modal>
  )
}
