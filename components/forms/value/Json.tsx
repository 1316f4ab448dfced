import { useState } from 'react'
import { type Path, useForm } from '../formContext'
import { Typed } from '../Typed'
import { labelOf, nameOf } from './labels'

/** What no form describes, as the JSON that it is. */
export function Json({ value, path }: { value: unknown; path: Path }) {
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
