import { blank } from '@/lib/edit/create/blank'
import { fieldTitle } from '@/lib/edit/fields/fieldTitle'
import type { ObjectShape, Shape } from '@/lib/edit/fields/shape'
import { type Path, useForm } from '../formContext'
import { Typed } from '../Typed'
import { Choice } from './Choice'
import { Group } from './Group'
import { Json } from './Json'
import { isRecord, labelOf, nameOf } from './labels'

/** One of several forms: of plain values whatever fits, of groups the one that its words tell. */
export function Either({ of, value, path, optional }: { of: Shape[]; value: unknown; path: Path; optional: boolean }) {
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
