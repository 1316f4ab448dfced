/** The call as a square wave: out of the VPC, up to the service, down again. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden>
      <path d="M1 15.5h3.5V4.5h4v11h4V4.5h4v11H20" strokeLinejoin="round" />
    </svg>
  )
}
