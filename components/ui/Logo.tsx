/** The call as a square wave: out of the VPC, up to the service, down again. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden>
      <path d="M.5 14.5H5v-9h4.5v9H14v-9h5.5" strokeLinejoin="miter" />
    </svg>
  )
}
