import { ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useEditing, useEditorState } from '@/components/editor/Editing'
import { Evidence } from '@/components/inspector/Evidence'
import { Sentence } from '@/components/inspector/Sentence'
import { titleOf } from '@/components/outline/tree'
import { Button } from '@/components/ui/Button'
import type { Finding } from '@/lib/findings/finding'
import { AcceptForm } from './AcceptForm'
import { endedOf, today } from './acceptance'
import { FindingFix } from './FindingFix'

interface Props {
  finding: Finding
  user: string
  open: boolean
  onOpen: () => void
  onResource: (resource: string) => void
  onField: (resource: string, path: string) => void
}

/** One remark: its sentence, and opened what was read, how to mend it, and the way to accept it. */
export function FindingItem({ finding, user, open, onOpen, onResource, onField }: Props) {
  const { store } = useEditing()
  const document = useEditorState((state) => state.document)
  const ended = endedOf(document, finding, today())
  const title = titleOf(document, finding.resource)
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (open) item.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <li ref={item} className={`border-t border-line first:border-t-0 ${open ? 'bg-accent-tint/40' : ''}`}>
      <div className="flex items-start gap-1 py-1.5 pr-3 pl-1.5">
        <button
          type="button"
          aria-expanded={open}
          aria-label={`${open ? 'Close' : 'Open'} the finding about ${title}`}
          className="flex size-6 shrink-0 items-center justify-center rounded-control text-ink3 hover:bg-hover hover:text-ink"
          onClick={onOpen}
        >
          <ChevronRight size={13} aria-hidden className={open ? 'rotate-90' : ''} />
        </button>
        <p className="min-w-0 flex-1 pt-[3px] break-words">
          <Sentence says={finding.sentence} nouns={finding.nouns} onNoun={({ resource }) => onResource(resource)} />
        </p>
      </div>
      {ended && (
        <p className="px-3 pb-1.5 pl-[34px] text-fact text-ink3">
          {`Accepted${ended.by === undefined ? '' : ` by ${ended.by}`} until ${ended.until}: that day is past, so it counts again.`}
        </p>
      )}
      {open && (
        <div className="flex flex-col gap-3 pr-3 pb-3 pl-[34px]">
          <Evidence document={document} check={finding} onField={onField} />
          {finding.fix && <FindingFix document={document} fix={finding.fix} />}
          {!store.getState().readOnly && <Accept finding={finding} title={title} user={user} />}
        </div>
      )}
    </li>
  )
}

function Accept({ finding, title, user }: { finding: Finding; title: string; user: string }) {
  const [asked, setAsked] = useState(false)
  if (asked) return <AcceptForm finding={finding} title={title} user={user} onClose={() => setAsked(false)} />
  return (
    <Button className="self-start" onClick={() => setAsked(true)}>
      Accept it
    </Button>
  )
}
