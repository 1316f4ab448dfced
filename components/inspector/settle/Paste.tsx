import { useId, useState } from 'react'
import { Button } from '@/components/ui/Button'

interface Props {
  /** Answers why nothing could be read from it. */
  onRead: (pasted: string, on: string) => Promise<string | undefined>
}

/** Output of a command, and the day on which it ran: an answer of DNS is as old as that. */
export function Paste({ onRead }: Props) {
  const id = useId()
  const [pasted, setPasted] = useState('')
  const [on, setOn] = useState(today)
  const [says, setSays] = useState<string>()
  return (
    <form
      className="flex flex-col gap-1.5"
      onSubmit={async (event) => {
        event.preventDefault()
        setSays(await onRead(pasted, on))
      }}
    >
      <label htmlFor={`${id}-text`} className="text-fact text-ink3">
        Output of nslookup, dig or curl -v
      </label>
      <textarea
        id={`${id}-text`}
        rows={4}
        spellCheck={false}
        className="resize-y rounded-control border border-line2 bg-sunken px-2 py-1.5 font-mono text-id"
        value={pasted}
        onChange={(event) => {
          setPasted(event.target.value)
          setSays(undefined)
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={`${id}-day`} className="text-fact text-ink3">
          Run on
        </label>
        <input
          id={`${id}-day`}
          type="date"
          required
          max={today()}
          className="h-7 rounded-control border border-line2 bg-sunken px-2 text-fact"
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
        <Button type="submit" disabled={pasted.trim() === ''} className="ml-auto disabled:opacity-60">
          Read it
        </Button>
      </div>
      <p role="status" className="text-unknown">
        {says}
      </p>
    </form>
  )
}

const today = () => new Date().toLocaleDateString('en-CA')
