'use client'

import { Command as Box } from 'cmdk'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { listTopologies } from '@/app/actions'
import { vantageChoices } from '@/components/callbar/vantages'
import { kindWord } from '@/components/canvas/model/kindWord'
import { selectResource } from '@/components/editor/actions'
import type { Command } from '@/components/editor/commands'
import type { EditorStore } from '@/components/editor/store'
import { Icon } from '@/components/icons/Icon'
import { iconOf } from '@/components/icons/kindIcon'
import { titleOf } from '@/components/outline/tree'
import { Modal } from '@/components/ui/Modal'
import { Keys } from './Keys'

export interface PaletteProps {
  store: EditorStore
  commands: Command[]
  onReveal: (resource: string) => void
  onClose: () => void
}

const item =
  'flex cursor-pointer items-center gap-2.5 rounded-control px-2.5 py-1.5 data-[selected=true]:bg-accent-tint'
const group =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-0.5 [&_[cmdk-group-heading]]:text-caption [&_[cmdk-group-heading]]:text-ink3'

/** Everything by its name: commands, resources, vantages, other topologies. */
export default function Palette({ store, commands, onReveal, onClose }: PaletteProps) {
  const { document, call, id } = store.getState()
  const router = useRouter()
  const [others, setOthers] = useState<{ id: string; name: string }[]>([])
  useEffect(() => {
    void listTopologies(undefined).then((answer) => {
      if (answer.ok) setOthers(answer.data.filter((entry) => entry.id !== id))
    })
  }, [id])

  const then = (run: () => void) => () => {
    onClose()
    run()
  }
  return (
    <Modal title="Commands" bare onClose={onClose} className="mt-[12vh] w-[min(560px,92vw)]">
      <Box label="Commands" loop>
        <Box.Input
          data-first
          placeholder="A command, a resource, an id"
          className="h-11 w-full border-b border-line bg-transparent px-4 text-[14px] outline-none"
        />
        <Box.List className="max-h-[56vh] overflow-y-auto p-1.5">
          <Box.Empty className="px-3 py-6 text-center text-ink3">Nothing is named so.</Box.Empty>
          <Box.Group heading="Commands" className={group}>
            {commands.map((command) => (
              <Box.Item key={command.title} value={command.title} className={item} onSelect={then(command.run)}>
                <span className="flex-1">{command.title}</span>
                {command.keys !== undefined && <Keys keys={command.keys} />}
              </Box.Item>
            ))}
          </Box.Group>
          {call && (
            <Box.Group heading="Called from" className={group}>
              {vantageChoices(document).map((choice) => (
                <Box.Item
                  key={choice.vantage}
                  value={`from ${choice.name} ${choice.vantage}`}
                  className={item}
                  onSelect={then(() => store.getState().setCall({ ...call, vantage: choice.vantage }))}
                >
                  <Icon name={choice.icon} size={15} className="text-ink2" />
                  <span className="flex-1">{choice.name}</span>
                  <span className="font-mono text-id text-ink3">{choice.address}</span>
                </Box.Item>
              ))}
            </Box.Group>
          )}
          <Box.Group heading="Resources" className={group}>
            {Object.entries(document.resources).map(([resource, value]) => (
              <Box.Item
                key={resource}
                value={`${titleOf(document, resource)} ${resource} ${value.physicalId ?? ''} ${kindWord(value)}`}
                className={item}
                onSelect={then(() => {
                  selectResource(store, resource)
                  onReveal(resource)
                })}
              >
                <Icon name={iconOf(value)} size={15} className="text-ink2" />
                <span className="min-w-0 flex-1 truncate">{titleOf(document, resource)}</span>
                <span className="shrink-0 text-caption text-ink3">{kindWord(value)}</span>
              </Box.Item>
            ))}
          </Box.Group>
          {others.length > 0 && (
            <Box.Group heading="Topologies" className={group}>
              {others.map((other) => (
                <Box.Item
                  key={other.id}
                  value={`topology ${other.name} ${other.id}`}
                  className={item}
                  onSelect={then(() => router.push(`/t/${other.id}`))}
                >
                  {other.name}
                </Box.Item>
              ))}
            </Box.Group>
          )}
        </Box.List>
      </Box>
    </Modal>
  )
}
