'use client'

import { useEditing } from '@/components/editor/Editing'
import { make } from '@/components/editor/make'
import { propose } from '@/components/editor/propose'
import { Button } from '@/components/ui/Button'
import { Kbd } from '@/components/ui/Kbd'
import { create } from '@/lib/edit/create/create'
import { settled } from './settled'

/** Where nothing is drawn yet: what to begin with. */
export default function EmptyCanvas() {
  const { store } = useEditing()
  const begin = () => {
    const { document } = store.getState()
    const made = create(document, 'vpc')
    if (made.ok) make(store, settled(document, made.change), made.id)
  }
  return (
    <section
      aria-label="Nothing is drawn yet"
      className="pointer-events-none absolute inset-0 z-(--z-tools) flex flex-col items-center justify-center gap-4"
    >
      <svg viewBox="0 0 240 60" className="w-60 fill-none stroke-line2" strokeWidth={2} aria-hidden="true">
        <path d="M0 50H40V10H90V50H150V10H200V50H240" />
      </svg>
      <p className="text-ink2">Nothing is drawn yet. A chain begins with its VPC.</p>
      <div className="pointer-events-auto flex gap-2">
        <Button look="ink" onClick={begin}>
          Add a VPC
        </Button>
        <Button onClick={() => propose(store, { what: 'add' })}>
          Choose a resource <Kbd>A</Kbd>
        </Button>
      </div>
    </section>
  )
}
