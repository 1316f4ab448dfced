import { useEffect, useState } from 'react'
import { useEditing } from '@/components/editor/Editing'
import { AwsFix } from '@/components/inspector/fixes/AwsFix'
import { tryFixes } from '@/components/inspector/fixes/tryFixes'
import { Button } from '@/components/ui/Button'
import type { FindingFix as Proposed } from '@/lib/findings/finding'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Fix } from '@/lib/trace/trace'

/** The change that makes a finding go: tried on the drawing as one step, or made in AWS by its commands. */
export function FindingFix({ document, fix }: { document: TopologyDocument; fix: Proposed }) {
  const { store } = useEditing()
  const [commanded, setCommanded] = useState<{ of: Proposed; fix: Fix }>()
  useEffect(() => {
    let gone = false
    void import('@/lib/fixes/commands').then(({ commandsOf }) => {
      if (!gone) setCommanded({ of: fix, fix: { ...fix, ...commandsOf(document, fix.patch) } })
    })
    return () => {
      gone = true
    }
  }, [document, fix])
  const shown = commanded?.of === fix ? commanded.fix : { ...fix, commands: [] }
  return (
    <section aria-label="Fix" className="flex flex-col gap-1">
      <h4 className="text-label text-ink2">Fix</h4>
      <AwsFix
        document={document}
        fix={shown}
        button={
          !store.getState().readOnly && (
            <Button look="ink" className="self-start" onClick={() => tryFixes(store, [shown], false)}>
              Try on the drawing
            </Button>
          )
        }
      />
    </section>
  )
}
