import { useRef, useState } from 'react'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Edit } from '@/lib/topology/patch'
import type { Desk } from './desk'
import { createEditorStore, type EditorStore, type Opening } from './store'
import { useAddress, useOpenedAddress } from './useAddress'
import { useAutosave } from './useAutosave'
import { useFailurePaste } from './useFailurePaste'
import { useReview } from './useReview'
import { useTracing } from './useTracing'

export interface Editing {
  store: EditorStore
  desk: { current: Desk | undefined }
}

/** The state of one opened topology, with what keeps it saved, traced and in the address. */
export function useEditor(opening: Opening, document: TopologyDocument, revision: number): Editing {
  const keep = useRef<(edit: Edit) => void>(() => undefined)
  const [store] = useState(() => createEditorStore(opening, (edit) => keep.current(edit)))
  useOpenedAddress(store)
  keep.current = useAutosave(store, document, revision)
  const desk = useTracing(store, document)
  useAddress(store)
  useReview(store)
  useFailurePaste(store)
  return { store, desk }
}
