/** A key, as it stands on the keyboard. */
export function Kbd({ children }: { children: React.ReactNode }) {
  return (
    <kbd className="inline-flex h-4 min-w-4 items-center justify-center rounded-bar border border-line2 bg-panel px-1 font-mono text-id text-ink3">
      {children}
    </kbd>
  )
}
