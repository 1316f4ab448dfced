import { useReactFlow, useStore } from '@xyflow/react'
import { Maximize, Minus, Network, Plus, Redo2, Undo2 } from 'lucide-react'
import { motionReduced } from './useCamera'

interface ToolsProps {
  onFit(): void
  onTidy?(): void
  onUndo?(): void
  onRedo?(): void
  canUndo: boolean
  canRedo: boolean
}

/** The strip at the foot of the canvas: the view on the left, the drawing on the right. */
export function Tools({ onFit, onTidy, onUndo, onRedo, canUndo, canRedo }: ToolsProps) {
  const flow = useReactFlow()
  const percent = useStore((s) => Math.round(s.transform[2] * 100))
  const glide = () => (motionReduced() ? undefined : { duration: 140 })
  return (
    <div className="tools" role="toolbar" aria-label="Canvas">
      <Tool label="Zoom out" onClick={() => void flow.zoomOut(glide())}>
        <Minus size={15} />
      </Tool>
      <button
        type="button"
        className="tools-zoom"
        aria-label={`Zoom ${percent} %. Show at 100 %`}
        onClick={() => void flow.zoomTo(1, glide())}
      >
        {percent}%
      </button>
      <Tool label="Zoom in" onClick={() => void flow.zoomIn(glide())}>
        <Plus size={15} />
      </Tool>
      <Tool label="Fit everything" onClick={onFit}>
        <Maximize size={14} />
      </Tool>
      {(onUndo || onTidy) && <span className="tools-line" />}
      {onUndo && (
        <Tool label="Undo" onClick={onUndo} disabled={!canUndo}>
          <Undo2 size={15} />
        </Tool>
      )}
      {onRedo && (
        <Tool label="Redo" onClick={onRedo} disabled={!canRedo}>
          <Redo2 size={15} />
        </Tool>
      )}
      {onTidy && (
        <Tool label="Tidy the layout" onClick={onTidy}>
          <Network size={14} />
        </Tool>
      )}
    </div>
  )
}

interface ToolProps {
  label: string
  onClick(): void
  disabled?: boolean
  children: React.ReactNode
}

function Tool({ label, onClick, disabled, children }: ToolProps) {
  return (
    <button type="button" className="tool" aria-label={label} title={label} onClick={onClick} disabled={disabled}>
      {children}
    </button>
  )
}
