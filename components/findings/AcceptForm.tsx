import { type FormEvent, useEffect, useId, useRef } from 'react'
import { useEditing } from '@/components/editor/Editing'
import { editOf } from '@/components/editor/editOf'
import { Button } from '@/components/ui/Button'
import type { Finding } from '@/lib/findings/finding'
import { accepting, daysAfter, today } from './acceptance'

interface Props {
  finding: Finding
  title: string
  user: string
  onClose: () => void
}

/** Long enough for a change to be planned, short enough to be remembered. */
const usualDays = 90

const field = 'w-full rounded-control border border-line2 bg-sunken px-2 text-body'

/** Why it is accepted, by whom, until when: kept in the topology, as one step that can be undone. */
export function AcceptForm({ finding, title, user, onClose }: Props) {
  const { store } = useEditing()
  const id = useId()
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])

  const accept = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const word = (name: string) => String(form.get(name) ?? '').trim()
    const { rule, resource } = finding
    const { document, run } = store.getState()
    const entry = { rule, resource, reason: word('reason'), by: word('by'), until: word('until') }
    if (entry.reason === '' || entry.by === '') return
    const edit = editOf(document, `Accept ${rule} at ${resource} until ${entry.until}`, accepting(document, entry))
    run({ label: edit.label, edit })
    store.setState({
      notice: `Accepted until ${entry.until}. It is listed under Accepted, and counts again after that day.`,
    })
  }

  return (
    <form aria-label="Accept the finding" className="flex flex-col gap-2" onSubmit={accept}>
      <p className="text-fact text-ink3">{`Holds for every remark of ${finding.rule} on ${title}.`}</p>
      <label htmlFor={`${id}-reason`} className="flex flex-col gap-1 text-label text-ink2">
        Why it is accepted
        <textarea
          ref={first}
          id={`${id}-reason`}
          name="reason"
          required
          rows={2}
          maxLength={500}
          className={`${field} resize-y py-1.5 font-normal text-ink`}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
      </label>
      <div className="grid grid-cols-2 gap-2">
        <label htmlFor={`${id}-by`} className="flex flex-col gap-1 text-label text-ink2">
          By
          <input
            id={`${id}-by`}
            name="by"
            required
            maxLength={120}
            defaultValue={user}
            className={`${field} h-7 font-normal text-ink`}
          />
        </label>
        <label htmlFor={`${id}-until`} className="flex flex-col gap-1 text-label text-ink2">
          Last day
          <input
            id={`${id}-until`}
            name="until"
            type="date"
            required
            min={today()}
            defaultValue={daysAfter(today(), usualDays)}
            className={`${field} h-7 font-normal text-ink`}
          />
        </label>
      </div>
      <div className="flex gap-2">
        <Button type="submit" look="ink">
          Accept
        </Button>
        <Button look="bare" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
