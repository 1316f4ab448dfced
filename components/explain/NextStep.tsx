import { useId, useState } from 'react'
import { CommandBlock } from '@/components/inspector/fixes/CommandBlock'
import { Plain } from '@/components/inspector/Sentence'
import { Button } from '@/components/ui/Button'
import type { NextStep as Step } from './steps'
import { causeTitle } from './words'

interface Props {
  step: Step
  /** How many causes are left in all. */
  of: number
  onAnswer: (command: string, output: string) => void
}

/** The one command to run now, what it prints under each cause, and a field for what it did print. */
export function NextStep({ step: { command, causes }, of, onAnswer }: Props) {
  const id = useId()
  const [output, setOutput] = useState('')
  const tells =
    causes.length > 1
      ? `It tells ${causes.length} causes apart.`
      : of > 1
        ? 'It proves the first cause, or takes it from the list.'
        : 'It proves the cause.'
  return (
    <section aria-label="Next step" className="mt-1 flex flex-col gap-2">
      <h4 className="text-label text-ink2">Run this one command. {tells}</h4>
      <CommandBlock title="bash" label="the command that tells them apart" command={command} />
      <dl className="flex flex-col gap-1">
        {causes.map(({ id: cause, tellApart }) => (
          <div key={cause}>
            <dt className="inline text-ink3">{`${causeTitle(cause)}: `}</dt>
            <dd className="inline">
              <Plain text={tellApart.ifSo} />
              <span className="text-ink3"> Otherwise: </span>
              <Plain text={tellApart.ifNot} />
            </dd>
          </div>
        ))}
      </dl>
      <form
        className="flex flex-col gap-1"
        onSubmit={(event) => {
          event.preventDefault()
          if (output.trim() === '') return
          onAnswer(command, output)
          setOutput('')
        }}
      >
        <label htmlFor={id} className="text-label text-ink2">
          Paste the answer here
        </label>
        <div className="flex items-end gap-2">
          <textarea
            id={id}
            rows={2}
            spellCheck={false}
            autoComplete="off"
            className="min-w-0 flex-1 resize-y rounded-control border border-line2 bg-sunken px-2 py-1.5 font-mono text-id"
            value={output}
            onChange={(event) => setOutput(event.target.value)}
          />
          <Button type="submit" disabled={output.trim() === ''} className="disabled:opacity-60">
            Narrow the list
          </Button>
        </div>
      </form>
    </section>
  )
}
