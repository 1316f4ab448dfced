import type { Node, NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { Icon, type IconName } from '@/components/icons/Icon'
import type { Container, ContainerKind } from './model/places'

export type FrameData = { container: Container; shift: number }
export type FrameNodeType = Node<FrameData, 'frame'>

const icons: Record<ContainerKind, IconName | undefined> = {
  account: 'account',
  vpc: 'vpc',
  subnets: 'privateSubnet',
  plane: undefined,
  network: 'dataCentre',
}

/** An account, VPC, group of subnets or service plane. Only its caption takes the pointer. */
export const FrameNode = memo(function FrameNode({ data }: NodeProps<FrameNodeType>) {
  const { container, shift } = data
  const icon = container.open ? 'publicSubnet' : icons[container.kind]
  return (
    <div className={`frame frame-${container.kind} ${container.open ? 'frame-open' : ''}`}>
      <span className="frame-caption">
        {icon && <Icon name={icon} size={18} className="frame-icon" />}
        <span className="frame-title" style={shift > 0 ? { marginLeft: shift } : undefined}>
          {container.title}
        </span>
        {container.detail.map((text) => (
          <span key={text} className="frame-detail">
            {text}
          </span>
        ))}
      </span>
    </div>
  )
})
