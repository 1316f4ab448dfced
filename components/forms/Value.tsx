import type { Shape } from '@/lib/edit/fields/shape'
import { type Path, useForm } from './formContext'
import { Typed } from './Typed'
import { Choice } from './value/Choice'
import { Either } from './value/Either'
import { Entries } from './value/Entries'
import { Group } from './value/Group'
import { Json } from './value/Json'
import { List } from './value/List'
import { isRecord, labelOf, nameOf } from './value/labels'

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
