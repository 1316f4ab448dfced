import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/Button'
import { useForm } from '../formContext'

interface Props {
  label: string
  columns: string[]
  rows: ReactNode[][]
  /** What a row is called where it is taken away. */
  rowName: (at: number) => string
  onRemove: (at: number) => void
  onAdd: () => void
}

/** A table whose cells are fields. */
export function Grid({ label, columns, rows, rowName, onRemove, onAdd }: Props) {
  const { readOnly } = useForm()
  return (
    <div className="flex flex-col gap-1">
      <table aria-label={label} className="w-full text-table">
        <thead>
          <tr className="text-left text-caption text-ink3">
            {columns.map((column) => (
              <th key={column} scope="col" className="pr-1 font-medium">
                {column}
              </th>
            ))}
            {!readOnly && (
              <th scope="col">
                <span className="sr-only">Take away</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at} className="border-t border-line align-top">
              {cells.map((cell, n) => (
                <td key={n} className="py-1 pr-1">
                  {cell}
                </td>
              ))}
              {!readOnly && (
                <td className="w-7 py-1">
                  <Button look="bare" square aria-label={`Take ${rowName(at)} away`} onClick={() => onRemove(at)}>
                    <X size={13} aria-hidden />
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {!readOnly && (
        <Button look="bare" className="self-start" aria-label={`Add to ${label}`} onClick={onAdd}>
          <Plus size={13} aria-hidden /> Add
        </Button>
      )}
    </div>
  )
}

interface PickProps {
  label: string
  value: string
  words: readonly { value: string; title: string }[]
  onPick: (value: string) => void
}

export function Pick({ label, value, words, onPick }: PickProps) {
  const { readOnly } = useForm()
  return (
    <select
      aria-label={label}
      disabled={readOnly}
      className="h-7 w-full min-w-0 rounded-control border border-line2 bg-sunken px-1 text-[12px] text-ink"
      value={value}
      onChange={(event) => onPick(event.target.value)}
    >
      {!words.some((word) => word.value === value) && <option value={value}>{value === '' ? 'not set' : value}</option>}
      {words.map((word) => (
        <option key={word.value} value={word.value}>
          {word.title}
        </option>
      ))}
    </select>
  )
}

/** The resources of a kind, as the choices of a picker. */
export function useResources(kind: string): { value: string; title: string }[] {
  const { document } = useForm()
  return Object.entries(document.resources).flatMap(([id, resource]) =>
    resource.kind === kind ? [{ value: id, title: resource.name ?? id }] : [],
  )
}
