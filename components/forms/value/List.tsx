import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { blank } from '@/lib/edit/create/blank'
import type { Shape } from '@/lib/edit/fields/shape'
import { type Path, useForm } from '../formContext'
import { Value } from '../Value'
import { labelOf, nameOf } from './labels'

export function List({ of, value, path }: { of: Shape; value: unknown[]; path: Path }) {
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
