import { MiniMap } from '@xyflow/react'
import type { FlowNode } from './useFlowNodes'

/** The whole drawing in small, for drawings that do not fit on a screen. */
export function Overview() {
  return (
    <MiniMap<FlowNode>
      className="overview"
      position="bottom-right"
      pannable
      zoomable
      nodeBorderRadius={6}
      nodeClassName={(node) =>
        node.type === 'card' ? `overview-${node.data.state?.status ?? 'aside'}` : 'overview-frame'
      }
      style={{ width: 150, height: 100 }}
      ariaLabel="Overview"
    />
  )
}
