'use client'

import Link from 'next/link'
import { lazy, Suspense, useState } from 'react'
import { Button, buttonClass } from '@/components/ui/Button'
import type { TopologyEntry } from '@/lib/store/topologies'
import { pictureHops } from './pictureHops'
import { Thumbnail } from './Thumbnail'

// Loaded when first opened.
const ExplainAnywhere = lazy(() => import('@/components/explain/ExplainAnywhere'))

/** What the product answers, beside the topology that was worked on last. */
export function Intro({ topology }: { topology: TopologyEntry | undefined }) {
  const [explaining, setExplaining] = useState(false)
  return (
    <section className="grid overflow-hidden rounded-panel border border-line bg-panel md:grid-cols-[minmax(0,420px)_1fr]">
      <Thumbnail hops={topology ? pictureHops(topology.picture) : []} className="h-full border-r border-line" />
      <div className="flex flex-col items-start justify-center gap-3 px-6 py-6">
        <h1 className="text-page text-balance">Does the call get through, and if not, which hop stops it?</h1>
        <p className="max-w-[58ch] text-[13px] leading-5 text-ink2">
          Throughline follows one request from its caller through endpoints, private APIs, VPC links and load balancers
          to the service, and says with which answer it ends. It predicts; nothing is sent.
        </p>
        <div className="flex flex-wrap gap-2">
          {topology && (
            <Link href={`/t/${topology.id}`} className={`${buttonClass('ink')} !h-8 !px-3.5`}>
              Open {topology.name}
            </Link>
          )}
          <Button className="!h-8 !px-3.5" onClick={() => setExplaining(true)}>
            Explain an error
          </Button>
        </div>
        {explaining && (
          <Suspense>
            <ExplainAnywhere onClose={() => setExplaining(false)} />
          </Suspense>
        )}
      </div>
    </section>
  )
}
