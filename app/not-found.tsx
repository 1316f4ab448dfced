import Link from 'next/link'
import { PlainPage } from '@/components/ui/PlainPage'

export default function NotFound() {
  return (
    <PlainPage>
      <h1 className="text-section">There is nothing at this address.</h1>
      <p className="text-ink2">A topology that was here may have been deleted.</p>
      <Link className="text-accent text-label self-start hover:underline" href="/">
        All topologies
      </Link>
    </PlainPage>
  )
}
