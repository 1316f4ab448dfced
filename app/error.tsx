'use client'

import { PlainPage } from '@/components/ui/PlainPage'

/** What a page shows when it failed: the reference into the log, never the message or the stack. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const [code, reference] = error.digest?.split(':') ?? []
  const says =
    code === 'forbidden'
      ? 'Your role does not open this page. An admin can change it with bin/throughline passwd --role.'
      : code === 'newer'
        ? 'A newer Throughline wrote this topology. Update this one to open it.'
        : 'This page failed on the server. Nothing that was saved is lost.'
  return (
    <PlainPage>
      <h1 className="text-section">{says}</h1>
      {reference && (
        <p className="text-ink2">
          Reference <code>{reference}</code>
        </p>
      )}
      <p className="flex gap-4">
        <button type="button" className="text-accent text-label" onClick={reset}>
          Load it again
        </button>
        <a className="text-accent text-label" href="/">
          All topologies
        </a>
      </p>
    </PlainPage>
  )
}
