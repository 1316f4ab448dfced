import { blank } from '@/lib/edit/create/blank'
import { fieldTitle } from '@/lib/edit/fields/fieldTitle'
import type { ObjectShape } from '@/lib/edit/fields/shape'
import { type Path, useForm } from '../formContext'
import { Value } from '../Value'
import { labelOf } from './labels'

export function Group({ shape, value, path }: { shape: ObjectShape; value: Record<string, unknown>; path: Path }) {
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
