import { useId } from 'react'
import { edited, type Pasted } from './pasted'

interface Props {
  pasted: Pasted
  onChange: (next: Pasted) => void
}

/** The box for whatever was printed. What is secret in it is never drawn. */
export function PasteField({ pasted, onChange }: Props) {
  const id = useId()
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-1.5">
      <label htmlFor={id} className="text-label text-ink2">
        What was printed
      </label>
      <textarea
        id={id}
        data-first
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        placeholder={
          'curl -v …, an execution log, nslookup, the error of a program, or just\n403 {"message":"Forbidden"}'
        }
        className="min-h-28 flex-1 resize-none rounded-control border border-line2 bg-sunken p-2 font-mono text-id leading-[17px]"
        value={pasted.shown}
        onChange={(event) => onChange(edited(pasted, event.target.value))}
      />
      <p id={`${id}-hint`} className="text-fact text-ink3">
        It is read in this browser and kept nowhere: only ids and names in it are looked for among your topologies. Keys
        and tokens are not shown.
      </p>
    </div>
  )
}
