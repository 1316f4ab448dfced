import { useForm } from '../formContext'

export function Choice(props: { label: string; words: string[]; value: unknown; onPick: (word: string) => void }) {
  const { readOnly } = useForm()
  return (
    <select
      aria-label={props.label}
      className="h-7 w-full rounded-control border border-line2 bg-sunken px-1.5 font-mono text-[12px] text-ink"
      disabled={readOnly}
      value={String(props.value ?? '')}
      onChange={(event) => props.onPick(event.target.value)}
    >
      {props.value === undefined && <option value="">not set</option>}
      {props.words.map((word) => (
        <option key={word}>{word}</option>
      ))}
    </select>
  )
}
