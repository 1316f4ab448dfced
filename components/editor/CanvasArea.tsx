'use client'

import { type DragEvent, lazy, type RefObject, Suspense, useCallback, useMemo } from 'react'
import { Canvas, type CanvasHandle } from '@/components/canvas/Canvas'
import type { Move } from '@/components/canvas/useMoves'
import { badgesOf } from '@/components/findings/grouped'
import { draggedKind } from '@/components/palette/drag'
import type { Place } from '@/lib/topology/document'
import { equal, type Patch } from '@/lib/topology/patch'
import { pointer } from '@/lib/topology/pointer'
import { selectResource } from './actions'
import { useEditing, useEditorState } from './Editing'
import { editOf } from './editOf'
import { propose } from './propose'
import type { EditorStore } from './store'
import { traceOf, useLater } from './useLater'

const NodeTools = lazy(() => import('@/components/palette/NodeTools'))
const EmptyCanvas = lazy(() => import('@/components/palette/EmptyCanvas'))

/** The canvas with its data: what is moved there becomes an edit here. */
export function CanvasArea({ handle }: { handle: RefObject<CanvasHandle | null> }) {
  const { store } = useEditing()
  const document = useEditorState((state) => state.document)
  const trace = useLater(traceOf)
  const selected = useEditorState((state) => state.selected)
  const onlyCall = useEditorState((state) => state.onlyCall)
  const past = useEditorState((state) => state.past.length)
  const future = useEditorState((state) => state.future.length)
  const readOnly = useEditorState((state) => state.readOnly)

  const found = useEditorState((state) => state.findings)
  const finding = useEditorState((state) => state.finding)
  const remarks = useMemo(() => found && badgesOf(found.findings), [found])

  const onSelect = useCallback((resource: string | undefined) => selectResource(store, resource), [store])
  const onMove = useCallback(
    (moves: Move[], label: string) =>
      place(store, label, Object.fromEntries(moves.map(({ id, x, y }) => [id, { x, y }]))),
    [store],
  )
  const onTidy = useCallback(
    (layout: Record<string, Place>, first: boolean) => place(store, 'Tidy the layout', layout, first),
    [store],
  )

  const onDrop = (event: DragEvent) => {
    const kind = event.dataTransfer.getData(draggedKind)
    if (kind === '') return
    event.preventDefault()
    const at = handle.current?.placeAt(event.clientX, event.clientY)
    const into = at?.into ?? selected
    propose(store, {
      what: 'add',
      kind,
      ...(into === undefined ? {} : { into }),
      ...(at ? { at: { x: at.x, y: at.y } } : {}),
    })
  }
  const empty = Object.keys(document.resources).length === 0

  return (
    <Canvas
      document={document}
      {...(trace ? { trace } : {})}
      {...(selected === undefined ? {} : { selected })}
      onlyCall={onlyCall}
      remarks={remarks}
      note={finding}
      readOnly={readOnly}
      handle={handle}
      onSelect={onSelect}
      onMove={onMove}
      onTidy={onTidy}
      canUndo={past > 0}
      canRedo={future > 0}
      {...(readOnly ? {} : { onUndo: store.getState().undo, onRedo: store.getState().redo, onDrop })}
    >
      <Suspense>
        {!readOnly && selected !== undefined && <NodeTools key={selected} id={selected} />}
        {!readOnly && empty && <EmptyCanvas />}
      </Suspense>
    </Canvas>
  )
}

/** A layout as one edit; the first of a document that had none is nobody's step. */
function place(store: EditorStore, label: string, layout: Record<string, Place>, first = false) {
  const { document, run, settle } = store.getState()
  const patch: Patch = Object.entries(layout).flatMap(([id, { x, y, w, h }]) => {
    const value = { x, y, ...(w === undefined ? {} : { w }), ...(h === undefined ? {} : { h }) }
    const before = document.layout[id]
    return before && equal(before, value)
      ? []
      : [{ op: before ? 'replace' : 'add', path: pointer(['layout', id]), value }]
  })
  const edit = editOf(document, label, patch)
  if (first) settle(edit)
  else run({ label, edit })
}
