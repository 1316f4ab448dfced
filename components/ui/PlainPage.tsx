import type { ReactNode } from 'react'
import { Logo } from './Logo'

/** A page that says one thing and offers what to do: signing in, nothing here, it failed. */
export function PlainPage({ children }: { children: ReactNode }) {
  return (
    <main className="flex min-h-full flex-col items-center justify-center gap-5 px-4 py-12">
      <p className="flex items-center gap-2.5 text-[13px] font-semibold">
        <Logo />
        Throughline
      </p>
      <div className="flex w-full max-w-96 flex-col gap-3 rounded-panel border border-line bg-panel p-6">
        {children}
      </div>
    </main>
  )
}
