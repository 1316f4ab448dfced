import { type KeyboardEvent, lazy, type ReactNode, Suspense } from 'react'
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
  const tabs: [EditorState['left'], string][] = [
    ['outline', 'Outline'],
    ['findings', 'Findings'],
  ]
  const pick = (next: EditorState['left']) => store.setState({ left: next, finding: undefined })
  const walk = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const next = left === 'outline' ? 'findings' : 'outline'
    pick(next)
    document.getElementById(`left-${next}`)?.focus()
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div role="tablist" aria-label="Left panel" className="flex shrink-0 gap-4 border-b border-line px-3">
        {tabs.map(([word, title]) => (
          <button
            key={word}
            id={`left-${word}`}
            type="button"
            role="tab"
            aria-selected={word === left}
            aria-controls="left-panel"
            tabIndex={word === left ? 0 : -1}
            className={`-mb-px flex h-8 items-center gap-1.5 border-b-2 text-label ${word === left ? 'border-ink text-ink' : 'border-transparent text-ink2 hover:text-ink'}`}
            onClick={() => pick(word)}
            onKeyDown={walk}
          >
            {title}
            {word === 'findings' && count > 0 && (
              <span className={`rounded-bar px-1 font-mono text-id ${tone}`}>{count}</span>
            )}
          </button>
        ))}
      </div>
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
