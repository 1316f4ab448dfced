import { MessageCircleQuestion } from 'lucide-react'
import Link from 'next/link'
import { CallBar } from '@/components/callbar/CallBar'
import { VerdictButton } from '@/components/callbar/VerdictButton'
import { ThemeToggle } from '@/components/theme/ThemeToggle'
import { Button } from '@/components/ui/Button'
import { Logo } from '@/components/ui/Logo'
import { renameTo, selectDeciding } from './actions'
import { BreakMenu } from './BreakMenu'
import { useEditing, useEditorState } from './Editing'
import { ExportMenu } from './ExportMenu'
import { TitleMenu } from './TitleMenu'
import { UserMenu } from './UserMenu'

interface Props {
  user: { name: string; role: string }
  titleWidth: number
  /** Nothing is edited here: the name, the verdict and who is signed in. */
  small?: boolean
}

export function TopBar({ user, titleWidth, small = false }: Props) {
  const { store } = useEditing()
  const name = useEditorState((state) => state.document.name)
  const save = useEditorState((state) => state.save)
  const readOnly = useEditorState((state) => state.readOnly)
  const trace = useEditorState((state) => state.trace)
  const called = useEditorState((state) => state.call !== undefined)
  const { id } = store.getState()
  return (
    <header className="relative z-(--z-top) flex h-12 shrink-0 items-center gap-2.5 border-b border-line bg-panel pr-3 max-[1180px]:gap-1.5">
      <div className="flex shrink-0 items-center gap-2.5 pl-3" style={{ width: titleWidth }}>
        <Link
          href="/"
          prefetch={false}
          aria-label="All topologies"
          className="flex size-7 shrink-0 items-center justify-center rounded-control hover:bg-hover"
        >
          <Logo />
        </Link>
        <TitleMenu
          id={id}
          name={name}
          save={save}
          readOnly={readOnly || small}
          onRename={(next) => renameTo(store, next)}
          onNotice={(notice) => store.setState({ notice })}
        />
      </div>
      {small ? <span className="flex-1" /> : <CallBar />}
      <VerdictButton trace={trace} called={called} onPick={() => selectDeciding(store)} />
      {!small && <BreakMenu />}
      {!small && (
        <Button
          square
          className="!h-8 !w-8"
          aria-label="Explain an error"
          title="Explain an error (E)"
          onClick={() => store.setState({ dialog: 'explain' })}
        >
          <MessageCircleQuestion size={15} aria-hidden />
        </Button>
      )}
      {!small && <ExportMenu />}
      <span className="max-[1180px]:hidden">
        <ThemeToggle />
      </span>
      <UserMenu user={user} />
    </header>
  )
}
