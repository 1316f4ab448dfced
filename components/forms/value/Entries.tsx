import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { blank } from '@/lib/edit/create/blank'
import type { Shape } from '@/lib/edit/fields/shape'
import { type Path, useForm } from '../formContext'
import { Value } from '../Value'
import { labelOf } from './labels'

export function Entries({ of, value, path }: { of: Shape; value: Record<string, unknown>; path: Path }) {
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
