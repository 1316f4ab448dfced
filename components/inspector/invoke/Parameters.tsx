import { useState } from 'react'

interface Props {
  asked: { name: string; value: string; example?: true }[]
  onChange: (params: Record<string, string>) => void
}

/** Values for the parameters of the path; an example stands in for each until one is given. */
export function Parameters({ asked, onChange }: Props) {
  const [given, setGiven] = useState<Record<string, string>>({})
  return (
    <fieldset className="flex flex-wrap gap-x-3 gap-y-1.5 px-3 pb-2.5">
      <legend className="pb-1 text-label text-ink2">Values for this path</legend>
      {asked.map(({ name, value }) => (
        <label key={name} className="flex items-center gap-1.5">
          <code className="text-id">{name}</code>
          <input
            className="h-7 w-36 rounded-control border border-line2 bg-sunken px-2 font-mono text-id"
            placeholder={value}
            value={given[name] ?? ''}
            onChange={(event) => {
              const { [name]: _before, ...others } = given
              const next = event.target.value === '' ? others : { ...others, [name]: event.target.value }
              setGiven(next)
              onChange(next)
            }}
          />
        </label>
      ))}
    </fieldset>
  )
}
