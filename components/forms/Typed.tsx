import { useEffect, useId, useRef, useState } from 'react'
import { checkTyped, type Wrong } from '@/lib/edit/fields/check'
import type { Shape } from '@/lib/edit/fields/shape'
import type { Kind } from '@/lib/topology/kinds'
import { textFields } from '@/lib/topology/text'
import { useForm } from './formContext'

interface Props {
  label: string
  shape: Shape
  /** The field's own name, for what its value must look like. */
  name: string
  value: string
  /** Emptied, the field is taken away. */
  optional?: boolean
  focus?: boolean
  lines?: boolean
  onCommit: (typed: string | undefined) => void
}

const look =
  'w-full rounded-control border bg-sunken px-2 font-mono text-[12px] text-ink read-only:border-transparent read-only:bg-transparent'

/** A field that is typed into: checked at every key, kept on Enter or when it is left, given up on Escape. */
export function Typed({ label, shape, name, value, optional = false, focus = false, lines = false, onCommit }: Props) {
  const { document, id, readOnly } = useForm()
  const [typed, setTyped] = useState(value)
  const [wrong, setWrong] = useState<Wrong>()
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const list = useId()
  const note = useId()
  // Undo, or somebody else, may change it under us.
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (!focus) return
    field.current?.focus()
    field.current?.select()
  }, [focus])

  const check = (text: string) =>
    text === '' && (optional || plainText(shape))
      ? undefined
      : checkTyped(shape, text, { document, resource: id, key: name })
  const commit = (text: string) => {
    const found = text === value ? undefined : check(text)
    setWrong(found)
    if (found || text === value) return
    onCommit(text === '' && optional ? undefined : text)
  }
  const shared = {
    ref: field,
    // A dialog gives the focus to the first field of its own.
    'data-first': focus ? true : undefined,
    'aria-label': label,
    'aria-invalid': wrong !== undefined,
    'aria-describedby': wrong ? note : undefined,
    readOnly,
    value: typed,
    spellCheck: false,
    autoComplete: 'off',
    onBlur: () => commit(typed),
  }
  const change = (text: string) => {
    setTyped(text)
    setWrong(text === value ? undefined : check(text))
  }
  const border = wrong ? 'border-fail-mark' : 'border-line2'
  const token = /\$\{([^${}]*)$/.exec(typed)
  const offers = token && takesIds(shape) ? tokensFor(document, token[1] ?? '') : []
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      {lines ? (
        <textarea
          {...shared}
          rows={Math.min(12, Math.max(2, typed.split('\n').length))}
          className={`${look} ${border} py-1`}
          onChange={(event) => change(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) commit(typed)
            if (event.key === 'Escape') change(value)
          }}
        />
      ) : (
        <input
          {...shared}
          list={refsOf(shape).length > 0 ? list : undefined}
          inputMode={shape.type === 'number' ? 'numeric' : undefined}
          className={`${look} ${border} h-7`}
          onChange={(event) => change(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit(typed)
            if (event.key === 'Escape') change(value)
          }}
        />
      )}
      {refsOf(shape).length > 0 && (
        <datalist id={list}>
          {Object.entries(document.resources)
            .filter(([each, { kind }]) => each !== id && refsOf(shape).includes(kind))
            .map(([each, resource]) => (
              <option key={each} value={each}>
                {resource.name ?? each}
              </option>
            ))}
        </datalist>
      )}
      {offers.length > 0 && (
        <ul className="flex flex-wrap gap-1" aria-label={`Ids for ${label}`}>
          {offers.map((offer) => (
            <li key={offer}>
              <button
                type="button"
                className="min-h-6 rounded-bar border border-line2 px-1.5 font-mono text-id hover:bg-hover"
                // The field keeps the focus, so that leaving it does not commit half a word.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => change(`${typed.slice(0, token?.index)}${offer}`)}
              >
                {offer}
              </button>
            </li>
          ))}
        </ul>
      )}
      {wrong && (
        <p id={note} role="alert" className="text-fact text-fail">
          {wrong.says}{' '}
          {wrong.nearest !== undefined && (
            <button
              type="button"
              className="min-h-6 font-mono text-accent hover:underline"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => {
                setTyped(wrong.nearest ?? '')
                setWrong(undefined)
                onCommit(wrong.nearest)
              }}
            >
              Use {wrong.nearest}
            </button>
          )}
        </p>
      )}
    </div>
  )
}

const plainText = (shape: Shape) => shape.type === 'text' && !shape.ref && !shape.format && shape.pattern === undefined

const takesIds = (shape: Shape) => shape.type === 'text' && shape.ids === true

function refsOf(shape: Shape): readonly Kind[] {
  if (shape.type === 'either') return shape.of.flatMap(refsOf)
  return shape.type === 'text' ? (shape.ref ?? []) : []
}

const offered = 8

function tokensFor(document: { resources: Record<string, unknown> }, begun: string): string[] {
  return Object.keys(document.resources)
    .flatMap((id) => textFields.map((field) => `${id}.${field}`))
    .filter((token) => token.toLowerCase().includes(begun.toLowerCase()))
    .slice(0, offered)
    .map((token) => `\${${token}}`)
}
