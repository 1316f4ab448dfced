interface Props<T extends string> {
  label: string
  options: readonly { value: T; title: string }[]
  value: T
  onChange: (value: T) => void
}

/** One choice of two or three, all in sight: native radio buttons under labels. */
export function Segmented<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <fieldset
      className="inline-flex h-7 overflow-hidden rounded-control border border-line2 bg-raised"
      aria-label={label}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="flex cursor-pointer items-center px-2.5 text-label text-ink2 not-first:border-l not-first:border-line hover:bg-hover has-checked:bg-ink has-checked:text-panel has-focus-visible:outline-2 has-focus-visible:outline-offset-[-3px] has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            className="sr-only"
            name={label}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.title}
        </label>
      ))}
    </fieldset>
  )
}
