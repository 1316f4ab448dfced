import type { ReactNode } from 'react'

interface Props {
  label: string
  className?: string
  children: ReactNode
}

/** A region that scrolls is reachable with the keyboard even where it holds nothing to press (WCAG 2.1.1). */
export function Scroll({ label, className = '', children }: Props) {
  return (
    <section
      ref={(region) => {
        if (region) region.tabIndex = 0
      }}
      aria-label={label}
      className={`overflow-auto focus-visible:outline-offset-[-2px] ${className}`}
    >
      {children}
    </section>
  )
}
