import { useId, useState } from 'react'
import { titleOf } from '@/components/outline/tree'
import { Button } from '@/components/ui/Button'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Edit } from '@/lib/topology/patch'
import { type Answers, answered, answersOf, inboundEndpoints, type Premises, unknown } from './premises'

interface Props {
  document: TopologyDocument
  premises: Premises
  onAnswers: (edit: Edit) => void
}

/** A client on premises or on a VPN, in the words of whoever works there. */
export function Questions({ document, premises, onAnswers }: Props) {
  const [answers, setAnswers] = useState<Answers>(() => answersOf(document, premises))
  const change = (part: Partial<Answers>) => setAnswers({ ...answers, ...part })
  return (
    <form
      aria-label={`What is known of ${titleOf(document, premises.network)}`}
      className="flex flex-col gap-2.5 border-t border-line pt-2.5"
      onSubmit={(event) => {
        event.preventDefault()
        const edit = answered(document, premises, answers)
        if (edit.patch.length > 0) onAnswers(edit)
      }}
    >
      <h4 className="text-label text-ink2">{`Or say what is known of ${titleOf(document, premises.network)}`}</h4>
      <Choice
        question="Do its DNS servers forward the names of AWS into the VPC?"
        chosen={answers.dns}
        choices={[
          ...inboundEndpoints(document).map(([id]): [string, string] => [id, `Yes, to ${titleOf(document, id)}`]),
          ['own', 'No, they ask the internet'],
          [unknown, 'I do not know'],
        ]}
        onChoose={(dns) => change({ dns })}
      />
      {inboundEndpoints(document).length === 0 && (
        <p className="text-fact text-ink3">No inbound resolver endpoint is drawn that they could forward to.</p>
      )}
      <Choice
        question="Is there a way out to the internet?"
        chosen={answers.egress}
        choices={[
          ['yes', 'Yes'],
          ['no', 'No'],
          [unknown, 'I do not know'],
        ]}
        onChoose={(egress) => change({ egress })}
      />
      {premises.client !== undefined && (
        <Address address={answers.address} onAddress={(address) => change({ address })} />
      )}
      <Button type="submit" className="self-start">
        Trace with these answers
      </Button>
    </form>
  )
}

interface ChoiceProps<T extends string> {
  question: string
  chosen: T
  choices: [T, string][]
  onChoose: (choice: T) => void
}

function Choice<T extends string>({ question, chosen, choices, onChoose }: ChoiceProps<T>) {
  const name = useId()
  return (
    <fieldset className="flex flex-col gap-0.5">
      <legend className="font-medium">{question}</legend>
      {choices.map(([value, words]) => (
        <label key={value} className="flex min-h-6 items-center gap-2">
          <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => onChoose(value)} />
          {words}
        </label>
      ))}
    </fieldset>
  )
}

function Address({ address, onAddress }: { address: string; onAddress: (address: string) => void }) {
  const id = useId()
  const known = address !== unknown
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="font-medium">Which address does it call from?</legend>
      <label htmlFor={id} className="sr-only">
        Address of the caller
      </label>
      <input
        id={id}
        disabled={!known}
        required
        pattern="[0-9a-fA-F.:]+"
        title="An IPv4 or IPv6 address"
        className="h-7 rounded-control border border-line2 bg-sunken px-2 font-mono text-id disabled:opacity-60"
        value={known ? address : ''}
        onChange={(event) => onAddress(event.target.value)}
      />
      <label className="flex min-h-6 items-center gap-2">
        <input type="checkbox" checked={!known} onChange={(event) => onAddress(event.target.checked ? unknown : '')} />I
        do not know
      </label>
    </fieldset>
  )
}
