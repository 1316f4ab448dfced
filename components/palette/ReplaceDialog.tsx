import { useMemo, useState } from 'react'
import { useEditing } from '@/components/editor/Editing'
import { make } from '@/components/editor/make'
import { Button } from '@/components/ui/Button'
import { Modal } from '@/components/ui/Modal'
import { findText, replaceText } from '@/lib/edit/replaceText'
import { titleOf } from '@/lib/edit/titleOf'

const shown = 12
const field = 'h-7 rounded-control border border-line2 bg-sunken px-2 font-mono text-[12px] text-ink'

/** Finds a text in every field and replaces it, as one step. */
export function ReplaceDialog({ onClose }: { onClose: () => void }) {
  const { store } = useEditing()
  const { document } = store.getState()
  const [word, setWord] = useState('')
  const [by, setBy] = useState('')
  const found = useMemo(() => findText(document, word, by), [document, word, by])
  return (
    <Modal title="Search and replace" onClose={onClose}>
      <div className="flex flex-col gap-2.5 px-4 pb-3">
        <label className="flex flex-col gap-0.5 text-label text-ink2">
          Search for
          <input data-first className={field} value={word} onChange={(event) => setWord(event.target.value)} />
        </label>
        <label className="flex flex-col gap-0.5 text-label text-ink2">
          Replace by
          <input className={field} value={by} onChange={(event) => setBy(event.target.value)} />
        </label>
        <p role="status" className="text-ink3">
          {word === '' ? 'Logical ids are renamed on the tab Fields.' : `${found.length} fields hold it.`}
        </p>
        <ul className="flex flex-col gap-1">
          {found.slice(0, shown).map((each) => (
            <li key={each.resource + each.path} className="min-w-0">
              {titleOf(document, each.resource)} <code className="text-id text-ink3">{each.path}</code>
            </li>
          ))}
        </ul>
      </div>
      <div className="flex justify-end gap-2 border-t border-line px-4 py-3">
        <Button look="bare" onClick={onClose}>
          Close
        </Button>
        <Button
          look="ink"
          disabled={found.length === 0}
          onClick={() => {
            onClose()
            make(store, replaceText(document, word, by))
          }}
        >
          Replace in {found.length}
        </Button>
      </div>
    </Modal>
  )
}
