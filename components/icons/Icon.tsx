import { memo } from 'react'
import { awsDrawings, type Drawing } from './aws.generated'
import { ownDrawings } from './own'

export type IconName = keyof typeof awsDrawings | keyof typeof ownDrawings

interface IconProps {
  name: IconName
  size?: number
  className?: string
}

/** A picture of a kind of resource. Always beside its word, so it is hidden from screen readers. */
export const Icon = memo(function Icon({ name, size = 16, className }: IconProps) {
  const own = name in ownDrawings ? ownDrawings[name as keyof typeof ownDrawings] : undefined
  if (own !== undefined)
    return (
      <svg
        viewBox="0 0 16 16"
        width={size}
        height={size}
        className={className}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.2}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d={own} />
      </svg>
    )
  const aws: Drawing = awsDrawings[name as keyof typeof awsDrawings]
  return (
    <svg viewBox={`0 0 ${aws.size} ${aws.size}`} width={size} height={size} className={className} aria-hidden="true">
      {aws.paths.map(([fill, d]) => (
        <path key={d} fill={fill} fillRule="evenodd" d={d} />
      ))}
    </svg>
  )
})
