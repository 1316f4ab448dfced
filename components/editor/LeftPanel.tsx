import { lazy, type ReactNode, Suspense } from 'react'
import { TabList } from '@/components/ui/TabList'
import { useEditing, useEditorState } from './Editing'
import type { EditorState } from './store'

const FindingsPanel = lazy(() => import('@/components/findings/FindingsPanel'))

/** The outline, and beside it what the rules remark: without a remark there is no second tab. */
export function LeftPanel({ user, children }: { user: string; children: ReactNode }) {
  const { store } = useEditing()
  const left = useEditorState((state) => state.left)
  const found = useEditorState((state) => state.findings)
  const count = found?.findings.length ?? 0
  // The tab stands while the rules still look, so that nothing jumps when they have.
  if (found && count === 0 && found.suppressed.length === 0) return children
  const tone = found?.findings[0]?.severity === 'high' ? 'bg-fail-tint text-fail' : 'bg-unknown-tint text-unknown'
  const tabs: { word: EditorState['left']; title: string; beside?: ReactNode }[] = [
    { word: 'outline', title: 'Outline' },
    {
      word: 'findings',
      title: 'Findings',
      beside: count > 0 && <span className={`rounded-bar px-1 font-mono text-id ${tone}`}>{count}</span>,
    },
  ]
  return (
    <div className="flex h-full min-h-0 flex-col">
      <TabList
        label="Left panel"
        id="left"
        tabs={tabs}
        chosen={left}
        onChoose={(next) => store.setState({ left: next, finding: undefined })}
        className="shrink-0 gap-4"
      />
      <div id="left-panel" role="tabpanel" aria-labelledby={`left-${left}`} className="min-h-0 flex-1">
        {left === 'outline' ? (
          children
        ) : (
          <Suspense>
            <FindingsPanel user={user} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
