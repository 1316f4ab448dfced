'use client'
import { Background, type Edge, type Node, ReactFlow } from '@xyflow/react'

const columns = 40
const spacing = { x: 190, y: 110 }

/** As many default nodes and edges as asked for, in a grid. */
export function Flow({ nodes, edges }: { nodes: number; edges: number }) {
  const defaultNodes: Node[] = Array.from({ length: nodes }, (_, i) => ({
    id: String(i),
    position: { x: (i % columns) * spacing.x, y: Math.floor(i / columns) * spacing.y },
    width: 146,
    height: 72,
    data: { label: `Node ${i}` },
  }))
  const defaultEdges: Edge[] = Array.from({ length: edges }, (_, i) => ({
    id: `e${i}`,
    source: String(i % nodes),
    target: String((i + 1) % nodes),
    type: 'step',
  }))
  return (
    <div style={{ width: '100vw', height: '100vh' }}>
      <ReactFlow defaultNodes={defaultNodes} defaultEdges={defaultEdges} minZoom={0.05} fitView>
        <Background />
      </ReactFlow>
    </div>
  )
}
