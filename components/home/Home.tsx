'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { restoreTopology } from '@/app/t/[id]/actions'
import { UserMenu } from '@/components/editor/UserMenu'
import { ThemeToggle } from '@/components/theme/ThemeToggle'
import { Logo } from '@/components/ui/Logo'
import { Toast } from '@/components/ui/Toast'
import type { TopologyEntry } from '@/lib/store/topologies'
import { type Deleted, takeDeleted } from './deleted'
import { Intro } from './Intro'
import { StartEmpty } from './StartEmpty'
import { type TemplateEntry, Templates } from './Templates'
import { TopologyCard } from './TopologyCard'
import { Upload } from './Upload'

interface Props {
  topologies: TopologyEntry[]
  templates: TemplateEntry[]
  user: { name: string; role: string }
}

/** The topologies with their pictures, and the ways to a new one. */
export function Home({ topologies, templates, user }: Props) {
  const router = useRouter()
  const [deleted, setDeleted] = useState<Deleted>()
  const [notice, setNotice] = useState<string>()
  const mayEdit = user.role !== 'viewer'
  // One deleted in the editor is offered back here.
  useEffect(() => setDeleted(takeDeleted()), [])

  const restore = async () => {
    if (!deleted) return
    const answer = await restoreTopology({ id: deleted.id })
    setDeleted(undefined)
    if (answer.ok) router.refresh()
    else setNotice(answer.error.message)
  }
  const removed = (entry: Deleted) => {
    setDeleted(entry)
    router.refresh()
  }

  return (
    <div className="min-h-dvh">
      <header className="sticky top-0 z-(--z-top) flex h-12 items-center gap-2.5 border-b border-line bg-panel px-4">
        <Logo />
        <span className="text-[13px] font-semibold">Throughline</span>
        <span className="ml-auto flex items-center gap-2">
          <ThemeToggle />
          <UserMenu user={user} />
        </span>
      </header>
      <main className="mx-auto flex max-w-[1240px] flex-col gap-7 px-5 py-5">
        <Intro topology={topologies.at(0)} />
        <section aria-labelledby="topologies">
          <div className="mb-2.5 flex items-center gap-3">
            <h2 id="topologies" className="text-section">
              Topologies
            </h2>
            {topologies.length > 0 && <span className="font-mono text-ink3">{topologies.length}</span>}
            {mayEdit && (
              <span className="ml-auto flex gap-2">
                <StartEmpty onMade={(id) => router.push(`/t/${id}`)} onNotice={setNotice} />
                <Upload onMade={(id) => router.push(`/t/${id}`)} />
              </span>
            )}
          </div>
          {topologies.length === 0 ? (
            <p className="rounded-panel border border-dashed border-line2 px-4 py-5 text-ink2">
              No topology is kept here. Start from a template below, or upload a document.
            </p>
          ) : (
            <ul className="grid grid-cols-[repeat(auto-fill,minmax(264px,1fr))] gap-4">
              {topologies.map((entry) => (
                <TopologyCard
                  key={entry.id}
                  entry={entry}
                  mayEdit={mayEdit}
                  onDeleted={removed}
                  onChanged={() => router.refresh()}
                  onNotice={setNotice}
                />
              ))}
            </ul>
          )}
        </section>
        {mayEdit && <Templates templates={templates} onMade={(id) => router.push(`/t/${id}`)} onNotice={setNotice} />}
      </main>
      {deleted && (
        <Toast onClose={() => setDeleted(undefined)} action={{ label: 'Undo', run: () => void restore() }}>
          {deleted.name} is deleted.
        </Toast>
      )}
      {notice !== undefined && <Toast onClose={() => setNotice(undefined)}>{notice}</Toast>}
    </div>
  )
}
