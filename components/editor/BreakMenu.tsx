import { ChevronDown, Undo2, Zap } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Button, buttonClass } from '@/components/ui/Button'
import { Menu } from '@/components/ui/Menu'
import { useEditing, useEditorState } from './Editing'

const BreakSteps = lazy(() => import('./BreakSteps'))

/** Tries out a mistake on a call that reaches; one key takes it back. */
export function BreakMenu() {
  const { store } = useEditing()
  const verdict = useEditorState((state) => state.trace?.verdict)
  const broken = useEditorState((state) => state.past.some((step) => step.breakage !== undefined))
  if (broken)
    return (
      <Button
        look="ink"
        className="!h-8"
        title="Takes back what was broken (Backspace)"
        onClick={() => store.getState().mend()}
      >
        <Undo2 size={14} aria-hidden />
        <span>
          Undo <span className="max-[1180px]:sr-only">the break</span>
        </span>
      </Button>
    )
  if (verdict !== 'reaches') return null
  return (
    <Menu
      label="Break a hop"
      align="end"
      className="w-80"
      buttonClass={`${buttonClass('ink')} !h-8`}
      button={
        <>
          <Zap size={14} aria-hidden />
          <span>
            Break <span className="max-[1180px]:sr-only">a hop</span>
          </span>
          <ChevronDown size={12} aria-hidden />
        </>
      }
    >
      <Suspense>
        <BreakSteps />
      </Suspense>
    </Menu>
  )
}
