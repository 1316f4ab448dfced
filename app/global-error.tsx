'use client'

/** Shown when even the root layout failed; Next builds this one page ahead, so it must read well without script or style. */
export default function GlobalFailed({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>Throughline failed on the server. Nothing that was saved is lost.</h1>
          {error.digest && <p>Reference {error.digest.split(':').at(-1)}</p>}
          <p>
            <a href="/">Load it again</a>
          </p>
        </main>
      </body>
    </html>
  )
}
