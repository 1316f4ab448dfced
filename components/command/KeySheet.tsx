'use client'

import { useState } from 'react'
import type { Command } from '@/components/editor/commands'
import { lettersOn, setLetters } from '@/components/editor/useKeys'
import { Button } from '@/components/ui/Button'
import { Modal } from '@/components/ui/Modal'
import { Keys } from './Keys'

interface Props {
  commands: Command[]
  onClose: () => void
}

const more = [
  { title: 'Copy the chosen node', keys: 'mod+c' },
  { title: 'Paste', keys: 'mod+v' },
  { title: 'Take back what was broken', keys: 'backspace' },
  { title: 'Move along the arrows of the canvas', keys: 'arrows' },
  { title: 'Move the chosen node with the arrows', keys: 'm' },
]

/** Every key that does something. */
export default function KeySheet({ commands, onClose }: Props) {
  const [letters, setOn] = useState(lettersOn)
  const groups = [...new Set(commands.map((command) => command.group))]
  return (
    <Modal title="Keys" onClose={onClose}>
      <div className="grid gap-x-8 gap-y-4 px-4 pb-3 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group}>
            <h3 className="pb-1 text-label text-ink3">{group}</h3>
            <List rows={commands.filter((command) => command.group === group)} />
            {group === 'Edit' && <List rows={more} />}
          </section>
        ))}
      </div>
      <div className="flex items-center justify-between gap-3 border-t border-line px-4 py-3">
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={letters}
            onChange={(event) => {
              setLetters(event.target.checked)
              setOn(event.target.checked)
            }}
          />
          Single letters act as keys
        </label>
        <Button onClick={onClose}>Close</Button>
      </div>
    </Modal>
  )
}

function List({ rows }: { rows: { title: string; keys?: string }[] }) {
  return (
    <dl>
      {rows.map(
        ({ title, keys }) =>
          keys !== undefined && (
            <div key={title} className="flex items-center justify-between py-0.5">
              <dt>{title}</dt>
              <dd>
                <Keys keys={keys} />
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}
