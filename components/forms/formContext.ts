import { createContext, useContext } from 'react'
import type { TopologyDocument } from '@/lib/topology/document'

export type Path = readonly (string | number)[]

/** Sets a field of the resource; `undefined` takes it away. */
export type Put = (path: Path, value: unknown) => void

interface Form {
  document: TopologyDocument
  id: string
  readOnly: boolean
  put: Put
}

const Context = createContext<Form | undefined>(undefined)

export const FormContext = Context.Provider

export function useForm(): Form {
  const form = useContext(Context)
  if (!form) throw new Error('This field stands outside a form.')
  return form
}
