import Link from 'next/link'

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-full max-w-md flex-col justify-center gap-3 px-4 py-12">
      <h1 className="text-section">There is nothing at this address.</h1>
      <p className="text-ink2">A topology that was here may have been deleted.</p>
      <Link className="text-accent text-label" href="/">
        All topologies
      </Link>
    </main>
  )
}
