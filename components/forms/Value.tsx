import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { blank } from '@/lib/edit/create/blank'
import { fieldTitle } from '@/lib/edit/fields/fieldTitle'
import type { ObjectShape, Shape } from '@/lib/edit/fields/shape'
import { type Path, useForm } from './formContext'
import { Typed } from './Typed'

interface Props {
  shape: Shape
  value: unknown
  path: Path
  optional?: boolean
  focus?: boolean
}

/** The editor of a value of any shape: a field, a switch, a list, or a group of them. */
export function Value({ shape, value, path, optional = false, focus = false }: Props) {
  const { put, readOnly } = useForm()
  const name = nameOf(path)
  const label = labelOf(path)
  switch (shape.type) {
    case 'boolean':
      return (
        <label className="flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            disabled={readOnly}
            aria-label={label}
            checked={value === true}
            onChange={(event) => put(path, event.target.checked)}
          />
          {value === true ? 'yes' : 'no'}
        </label>
      )
    case 'choice':
      return <Choice label={label} words={shape.words} value={value} onPick={(word) => put(path, word)} />
    case 'number':
    case 'text':
      return (
        <Typed
          label={label}
          shape={shape}
          name={name}
          value={value === undefined ? '' : String(value)}
          optional={optional}
          focus={focus}
          lines={shape.type === 'text' && (shape.policy === true || String(value ?? '').includes('\n'))}
          onCommit={(typed) => put(path, typed === undefined || shape.type === 'text' ? typed : Number(typed))}
        />
      )
    case 'list':
      return <List of={shape.of} value={Array.isArray(value) ? value : []} path={path} />
    case 'map':
      return <Entries of={shape.of} value={isRecord(value) ? value : {}} path={path} />
    case 'object':
      return <Group shape={shape} value={isRecord(value) ? value : {}} path={path} />
    case 'either':
      return <Either of={shape.of} value={value} path={path} optional={optional} />
    case 'any':
      return <Json value={value} path={path} />
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const nameOf = (path: Path) => String(path.findLast((key) => typeof key === 'string') ?? '')

/** "Listeners 2 port": what a field is called where several stand below one another. */
const labelOf = (path: Path) =>
  path
    .map((key, n) =>
      typeof key === 'number' ? String(key + 1) : n === 0 ? fieldTitle(key) : fieldTitle(key).toLowerCase(),
    )
    .join(' ')

function Choice(props: { label: string; words: string[]; value: unknown; onPick: (word: string) => void }) {
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

function List({ of, value, path }: { of: Shape; value: unknown[]; path: Path }) {
  const { document, id, put, readOnly } = useForm()
  const leaf = of.type !== 'object' && of.type !== 'list' && of.type !== 'map'
  const reference = of.type === 'text' ? of.ref : undefined
  const [adding, setAdding] = useState(false)
  const without = (at: number) => put(path, value.toSpliced(at, 1))
  const refer = (kinds: readonly string[]) =>
    Object.entries(document.resources).find(
      ([each, r]) => each !== id && kinds.includes(r.kind) && !value.includes(each),
    )?.[0]
  const next = blank(of, refer, nameOf(path))
  return (
    <div className="flex flex-col gap-1.5">
      {value.map((item, at) => (
        <div
          key={at}
          className={leaf ? 'flex items-start gap-1' : 'flex items-start gap-1 rounded-control border border-line p-2'}
        >
          <div className="min-w-0 flex-1">
            <Value shape={of} value={item} path={[...path, at]} focus={adding && at === value.length - 1} />
          </div>
          {!readOnly && (
            <Button look="bare" square aria-label={`Take ${labelOf([...path, at])} away`} onClick={() => without(at)}>
              <X size={13} aria-hidden />
            </Button>
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          look="bare"
          className="self-start"
          disabled={reference !== undefined && next === ''}
          title={reference !== undefined && next === '' ? 'Everything that may stand here does already.' : undefined}
          aria-label={`Add to ${labelOf(path)}`}
          onClick={() => {
            setAdding(true)
            put(path, [...value, next])
          }}
        >
          <Plus size={13} aria-hidden /> Add
        </Button>
      )}
    </div>
  )
}

function Entries({ of, value, path }: { of: Shape; value: Record<string, unknown>; path: Path }) {
  const { put, readOnly } = useForm()
  const [key, setKey] = useState('')
  const add = () => {
    const name = key.trim()
    if (name === '' || value[name] !== undefined) return
    put(
      [...path, name],
      blank(of, () => undefined, name),
    )
    setKey('')
  }
  const flat =
    of.type === 'text' || of.type === 'number' || of.type === 'boolean' || of.type === 'choice' || of.type === 'either'
  return (
    <div className="flex flex-col gap-1.5">
      {Object.entries(value).map(([name, item]) => (
        <div key={name} className={flat ? 'flex items-start gap-1' : 'rounded-control border border-line p-2'}>
          <span className="flex min-h-7 w-2/5 shrink-0 items-center gap-1">
            <code className="min-w-0 flex-1 text-id break-all">{name}</code>
            {!readOnly && (
              <Button
                look="bare"
                square
                aria-label={`Take ${name} away`}
                onClick={() => put([...path, name], undefined)}
              >
                <X size={13} aria-hidden />
              </Button>
            )}
          </span>
          <div className="min-w-0 flex-1">
            <Value shape={of} value={item} path={[...path, name]} />
          </div>
        </div>
      ))}
      {!readOnly && (
        <span className="flex gap-1">
          <input
            aria-label={`Name of a new entry of ${labelOf(path)}`}
            placeholder="name"
            className="h-7 min-w-0 flex-1 rounded-control border border-line2 bg-sunken px-2 font-mono text-[12px]"
            value={key}
            onChange={(event) => setKey(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && add()}
          />
          <Button look="bare" onClick={add} disabled={key.trim() === '' || value[key.trim()] !== undefined}>
            <Plus size={13} aria-hidden /> Add
          </Button>
        </span>
      )}
    </div>
  )
}

function Group({ shape, value, path }: { shape: ObjectShape; value: Record<string, unknown>; path: Path }) {
  const { put, readOnly } = useForm()
  const set = shape.fields.filter(({ key, optional }) => value[key] !== undefined || !optional)
  const unset = shape.fields.filter((field) => !set.includes(field))
  return (
    <div className="flex flex-col gap-1.5">
      {set.map(({ key, shape: inner, optional }) => (
        <div key={key} className="flex flex-col gap-0.5">
          <span className="flex items-baseline text-caption text-ink3">
            {fieldTitle(key)}
            {optional && !readOnly && (
              <button
                type="button"
                className="ml-auto min-h-6 px-1 hover:text-ink"
                aria-label={`Take ${labelOf([...path, key])} away`}
                onClick={() => put([...path, key], undefined)}
              >
                clear
              </button>
            )}
          </span>
          <Value shape={inner} value={value[key]} path={[...path, key]} optional={optional === true} />
        </div>
      ))}
      {unset.length > 0 && !readOnly && (
        <select
          aria-label={`Set another field of ${labelOf(path)}`}
          className="h-6 self-start rounded-control border border-line bg-transparent px-1 text-caption text-ink3"
          value=""
          onChange={(event) => {
            const field = unset.find(({ key }) => key === event.target.value)
            if (field)
              put(
                [...path, field.key],
                blank(field.shape, () => undefined, field.key),
              )
          }}
        >
          <option value="">more …</option>
          {unset.map(({ key, shape: inner }) => (
            <option key={key} value={key} disabled={inner.type === 'text' && inner.ref !== undefined}>
              {fieldTitle(key)}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

/** One of several forms: of plain values whatever fits, of groups the one that its words tell. */
function Either({ of, value, path, optional }: { of: Shape[]; value: unknown; path: Path; optional: boolean }) {
  const { put } = useForm()
  const groups = of.filter((each): each is ObjectShape => each.type === 'object')
  if (groups.length === 0 && !of.some(({ type }) => type === 'list')) {
    const numeric = of.some(({ type }) => type === 'number')
    return (
      <Typed
        label={labelOf(path)}
        shape={{ type: 'either', of }}
        name={nameOf(path)}
        value={value === undefined ? '' : String(value)}
        optional={optional}
        onCommit={(typed) => put(path, numeric && typed !== undefined && /^\d+$/.test(typed) ? Number(typed) : typed)}
      />
    )
  }
  const current = groups.findIndex((group) => isRecord(value) && fits(group, value))
  if (current < 0 || !isRecord(value)) return <Json value={value} path={path} />
  const shown = groups[current]
  return (
    <div className="flex flex-col gap-1.5">
      <Choice
        label={`Form of ${labelOf(path)}`}
        words={groups.map(wordOf)}
        value={shown ? wordOf(shown) : ''}
        onPick={(word) => {
          const next = groups.find((group) => wordOf(group) === word)
          if (next)
            put(
              path,
              blank(next, () => undefined, ''),
            )
        }}
      />
      {shown && (
        <Group
          shape={{ ...shown, fields: shown.fields.filter((field) => !isWord(field.shape)) }}
          value={value}
          path={path}
        />
      )}
    </div>
  )
}

const isWord = (shape: Shape) => shape.type === 'choice' && shape.words.length === 1

function wordOf({ fields }: ObjectShape): string {
  const said = fields.map(({ shape }) =>
    shape.type === 'choice' && shape.words.length === 1 ? shape.words[0] : undefined,
  )
  return said.find((word) => word !== undefined) ?? fieldTitle(fields[0]?.key ?? '')
}

const fits = ({ fields }: ObjectShape, value: Record<string, unknown>) =>
  fields.every(({ key, shape, optional }) =>
    shape.type === 'choice' ? shape.words.includes(String(value[key])) : optional || value[key] !== undefined,
  )

/** What no form describes, as the JSON that it is. */
function Json({ value, path }: { value: unknown; path: Path }) {
  const { put } = useForm()
  const [why, setWhy] = useState<string>()
  return (
    <>
      <Typed
        label={labelOf(path)}
        shape={{ type: 'text' }}
        name={nameOf(path)}
        value={JSON.stringify(value ?? null, null, 2)}
        lines
        onCommit={(typed) => {
          try {
            const read: unknown = JSON.parse(typed ?? 'null')
            setWhy(undefined)
            put(path, read)
          } catch {
            setWhy('This is not JSON.')
          }
        }}
      />
      {why !== undefined && (
        <span role="alert" className="text-fact text-fail">
          {why}
        </span>
      )}
    </>
  )
}
