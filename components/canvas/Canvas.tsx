'use client'

import { Background, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import type { Place, TopologyDocument } from '@/lib/topology/document'
import type { Trace } from '@/lib/trace/trace'
import { Arrows } from './Arrows'
import { CardNode } from './CardNode'
import './canvas.css'
import { FrameNode } from './FrameNode'
import { farFrom, useFar } from './far/useFar'
import { Legend } from './Legend'
import { meet, type Rect } from './layout/frames'
import { cardHeight, cardWidth } from './model/graph'
import type { Remarks } from './model/remarks'
import { type Scene, sceneOf } from './model/scene'
import { Tools } from './Tools'
import { useArrangement } from './useArrangement'
import { useCamera } from './useCamera'
import { type FlowNode, useFlowNodes } from './useFlowNodes'
import { useKeys } from './useKeys'
import { type Move, useMoves } from './useMoves'
import { useSoon } from './useSoon'
import { useZoomName } from './useZoomName'

export interface CanvasHandle {
  fit(): void
  fitPath(): void
  tidy(): void
  /** Brings a resource into sight. */
  reveal(id: string): void
  /** A point of the screen on the drawing, and the smallest container there. */
  placeAt(x: number, y: number): { x: number; y: number; into?: string }
}

export interface CanvasProps {
  document: TopologyDocument
  trace?: Trace
  selected?: string
  /** Hides what the call does not touch. */
  onlyCall: boolean
  /** What the rules remark, by resource. */
  remarks?: ReadonlyMap<string, Remarks> | undefined
  /** A remark that is shown beside its card. */
  note?: { resource: string; sentence: string } | undefined
  onSelect(id: string | undefined): void
  /** One edit of the layout, whatever the length of the gesture. */
  onMove(moves: Move[], label: string): void
  /** A layout of everything: one edit, or the first layout of a document that had none (no edit then). */
  onTidy(layout: Record<string, Place>, first: boolean): void
  handle?: React.Ref<CanvasHandle>
  readOnly?: boolean
  /** Something of the palette is let go over the drawing. */
  onDrop?(event: React.DragEvent): void
  /** What belongs to the chosen node, over the drawing. */
  children?: React.ReactNode
  onUndo?(): void
  onRedo?(): void
  canUndo?: boolean
  canRedo?: boolean
}

/** Only large drawings need these. */
const Overview = lazy(() => import('./Overview'))
const Note = lazy(() => import('./Note'))
const FarCanvas = lazy(() => import('./far/FarCanvas'))

const nodeTypes = { card: CardNode, frame: FrameNode }

/** What React Flow draws hangs on the size of its box, so the server sends the empty ground and works out no scene. */
export function Canvas(props: CanvasProps) {
  const hydrated = useSyncExternalStore(never, yes, no)
  if (!hydrated) return <div className="canvas" />
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  )
}

const never = () => () => undefined
const yes = () => true
const no = () => false

function Drawing(props: CanvasProps) {
  const { document, trace, selected, onlyCall, onSelect, onMove, onTidy, handle, readOnly = false } = props
  const canvas = useRef<HTMLDivElement>(null)
  const before = useRef<Scene>(undefined)
  const routed = useSoon()
  const still = useMemo(
    () => sceneOf({ document, trace, onlyCall, routed, before: before.current }),
    [document, trace, onlyCall, routed],
  )
  before.current = still
  const moves = useMoves(still, document.layout, onMove)
  const { moved } = moves
  const scene = useMemo(
    () => (moved ? sceneOf({ document, trace, onlyCall, routed, moved, before: still }) : still),
    [document, trace, onlyCall, routed, moved, still],
  )
  const nodes = useFlowNodes(scene, selected, readOnly, props.remarks)
  const far = useFar(scene.cards.size)
  const flow = useReactFlow()

  const latest = useRef(scene)
  latest.current = scene
  const everything = useCallback(
    (): Rect[] => [...latest.current.cards.values(), ...latest.current.frames.values()],
    [],
  )
  const camera = useCamera(everything)
  useZoomName(canvas)

  const narrowed = useRef(onlyCall)
  useEffect(() => {
    if (narrowed.current !== onlyCall) camera.show(everything())
    narrowed.current = onlyCall
  }, [onlyCall, camera, everything])

  const drawn = scene.graph.cards.size + scene.graph.containers.size
  const drawnBefore = useRef(drawn)
  useEffect(() => {
    if (drawnBefore.current !== drawn && !onlyCall) camera.grown()
    drawnBefore.current = drawn
  }, [drawn, onlyCall, camera])

  const { arranging, tidy } = useArrangement(document, onTidy, canvas, camera, everything)
  useImperativeHandle(handle, () => ({
    fit: () => camera.show(everything()),
    fitPath: () => camera.show(pathRects(latest.current)),
    tidy,
    reveal: (id) => {
      const rect = latest.current.cards.get(id) ?? frameOf(latest.current, id)
      if (rect) camera.reveal(rect)
    },
    placeAt: (x, y) => placeIn(latest.current, flow.screenToFlowPosition({ x, y })),
  }))
  const keys = useKeys(scene, selected, readOnly, moves, onSelect)

  return (
    <div ref={canvas} className={`canvas run ${arranging ? 'is-arranging' : ''}`}>
      <ReactFlow<FlowNode>
        nodes={far ? noNodes : nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        onKeyDown={keys.onKeyDown}
        onFocus={(event) => {
          const id = event.target.matches(':focus-visible') ? event.target.dataset.id : undefined
          const rect = id === undefined ? undefined : latest.current.cards.get(id)
          if (rect) camera.reveal(rect)
        }}
        onNodesChange={moves.onNodesChange}
        onNodeDragStop={moves.drop}
        onNodeClick={(_, node) => onSelect(node.type === 'frame' ? node.data.container.resource : node.id)}
        onPaneClick={(event) => onSelect(far ? cardAt(scene, flow.screenToFlowPosition(pointOf(event))) : undefined)}
        onMoveStart={(event) => event && camera.taken()}
        onlyRenderVisibleElements={scene.cards.size >= farFrom}
        minZoom={0.05}
        maxZoom={2}
        nodesConnectable={false}
        onDragOver={props.onDrop && ((event) => event.preventDefault())}
        onDrop={props.onDrop}
        selectNodesOnDrag={false}
        elevateNodesOnSelect={false}
        disableKeyboardA11y
        nodeDragThreshold={3}
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        panActivationKeyCode={null}
        aria-label={`Topology ${document.name}`}
      >
        <Background gap={16} size={1} color="var(--line)" />
        {!far && <Arrows key={pathKey(scene)} arrows={scene.arrows} />}
        {!far && props.children}
      </ReactFlow>
      <Suspense>
        {far && <FarCanvas scene={scene} selected={selected} />}
        {scene.cards.size >= overviewFrom && <Overview scene={scene} />}
        {props.note && !far && <Note scene={scene} {...props.note} />}
      </Suspense>
      <div className="canvas-foot">
        <Tools
          onFit={() => camera.show(everything())}
          onTidy={readOnly ? undefined : tidy}
          onUndo={readOnly ? undefined : props.onUndo}
          onRedo={readOnly ? undefined : props.onRedo}
          canUndo={props.canUndo ?? false}
          canRedo={props.canRedo ?? false}
        />
        <Legend />
      </div>
      <output className="sr-only">{keys.says}</output>
    </div>
  )
}

const noNodes: FlowNode[] = []
const noEdges: never[] = []

const pointOf = (event: React.MouseEvent) => ({ x: event.clientX, y: event.clientY })

/** Where a card that is let go at a point comes to stand: under the pointer, in the smallest frame there. */
function placeIn(scene: Scene, point: { x: number; y: number }) {
  const at = { x: Math.round(point.x - cardWidth / 2), y: Math.round(point.y - cardHeight / 2) }
  const [smallest] = [...scene.frames]
    .filter(([, frame]) => meet(frame, { ...point, w: 0, h: 0 }))
    .sort(([, a], [, b]) => a.w * a.h - b.w * b.h)
  const into = smallest && scene.graph.containers.get(smallest[0])?.resource
  return { ...at, ...(into ? { into } : {}) }
}

/** What a click on the far picture meets: React Flow has no nodes then. */
const cardAt = (scene: Scene, point: { x: number; y: number }) =>
  [...scene.cards].find(([, r]) => meet(r, { ...point, w: 0, h: 0 }))?.[0]

/** Below this many nodes an overview is decoration. */
const overviewFrom = 30

function pathRects(scene: Scene): Rect[] {
  const path = [...(scene.call?.order ?? [])].flatMap((id) => scene.cards.get(id) ?? [])
  return path.length > 0 ? path : [...scene.cards.values()]
}

function frameOf(scene: Scene, resource: string): Rect | undefined {
  const frame = [...scene.graph.containers.values()].find((c) => c.resource === resource && c.kind !== 'plane')
  return frame && scene.frames.get(frame.id)
}

/** Another path, or another end of it, runs anew. */
const pathKey = (scene: Scene) => [...(scene.call?.arrows.values() ?? [])].map((a) => `${a.id} ${a.flow}`).join('|')
