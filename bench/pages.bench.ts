import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { graphOf } from '@/components/canvas/model/graph'
import { openStore } from '@/lib/store/store'
import { createTopology, openTopology } from '@/lib/store/topologies'
import { serveBare } from './measure/bareServer'
import { launch, signIn } from './measure/browser'
import { largeDocument } from './measure/largeDocument'
import { alternating, finish, report } from './measure/ratio'
import { kill, startServer } from './server'

// The canvas page against a page with React Flow alone, in one run: what it loads, when it can be used, what moving
// it costs the main thread.

const viewport = { width: 1440, height: 900 }
const resourceCounts = [200, 1000]

const data = await mkdtemp(path.join(tmpdir(), 'throughline-pages-'))
const server = await startServer(data)
const bare = await serveBare()
const browser = await launch()
const { session, opening } = await signIn(browser, server)

interface Side {
  address: string
  node: string
  /** Shown once the page answers: the verdict, or the nodes. */
  usable: string
  chosen: string
  session?: Awaited<ReturnType<BrowserContext['storageState']>>
}
const ours: Side = {
  address: opening,
  node: '[data-id="client-consumer"]',
  usable: '[data-verdict="reaches"]',
  chosen: '[data-id="client-consumer"].selected',
  session,
}
const theirs: Side = {
  address: `${bare.url}/?nodes=20&edges=20`,
  node: '[data-id="0"]',
  usable: '[data-id="19"]',
  chosen: '[data-id="0"].selected',
}

report(
  'first-load JavaScript (gzip) of the canvas page',
  await alternating(
    1,
    () => script(ours),
    () => script(theirs),
  ),
  1.4,
  'KB',
)
report(
  'time to usable, cold cache',
  await alternating(
    7,
    () => usable(ours),
    () => usable(theirs),
  ),
  1.5,
  'ms',
)
for (const count of resourceCounts) {
  const { address, nodes, edges } = await large(count)
  const other = `${bare.url}/?nodes=${nodes}&edges=${edges}`
  const moved = await alternating(
    5,
    () => moving({ ...ours, address }),
    () => moving({ ...theirs, address: other }),
  )
  report(`main-thread time of pan and zoom over ${count} resources (${nodes} nodes, ${edges} edges)`, moved, 1.25, 'ms')
}
await browser.close()
await bare.close()
await kill(server, 'SIGTERM')
await rm(data, { recursive: true })
finish()

async function fresh({ session: storageState }: Side): Promise<Page> {
  const context = await browser.newContext({ viewport, ...(storageState ? { storageState } : {}) })
  return context.newPage()
}

/** Compressed bytes of the scripts that the page loads by itself, in KB. */
async function script(side: Side): Promise<number> {
  const page = await fresh(side)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  const scripts = new Set<string>()
  let bytes = 0
  cdp.on('Network.responseReceived', ({ requestId, response, type }) => {
    if (type === 'Script' || response.mimeType.includes('javascript')) scripts.add(requestId)
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  await page.goto(side.address, { waitUntil: 'networkidle' })
  await page.waitForSelector(side.usable)
  await page.context().close()
  return bytes / 1024
}

/** From the request until the page shows its answer and a click on a node is answered, in ms. */
async function usable(side: Side): Promise<number> {
  const page = await fresh(side)
  const started = performance.now()
  await page.goto(side.address, { waitUntil: 'commit' })
  await page.waitForSelector(side.usable)
  await page.click(side.node)
  await page.waitForSelector(side.chosen, { state: 'attached' })
  const ms = performance.now() - started
  await page.context().close()
  return ms
}

/**
 * Time of the main thread's tasks while the same drags and wheel turns run, in ms: the processor's time for that thread,
 * so that what else runs on the machine does not count.
 */
async function moving(side: Side): Promise<number> {
  const page = await fresh(side)
  await page.goto(side.address)
  await page.waitForSelector('.react-flow__viewport')
  await page.waitForTimeout(2500)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await taskTime(cdp)
  const [x, y] = [620, 380]
  for (let drag = 0; drag < 4; drag++) {
    await page.mouse.move(x, y)
    await page.mouse.down({ button: 'middle' })
    for (let step = 1; step <= 15; step++) await page.mouse.move(x - step * 12, y - step * 6)
    await page.mouse.up({ button: 'middle' })
  }
  for (const turn of [-120, -120, -120, -120, 120, 120, 120, 120, 120, 120, -120, -120]) {
    await page.mouse.move(x, y)
    await page.mouse.wheel(0, turn)
    await page.waitForTimeout(40)
  }
  await page.waitForTimeout(400)
  const after = await taskTime(cdp)
  await page.context().close()
  return after - before
}

async function taskTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find((m) => m.name === 'TaskDuration')?.value ?? 0) * 1000
}

/** A large topology in the store, opened once so that it has its layout, and how much stands on its canvas. */
async function large(count: number): Promise<{ address: string; nodes: number; edges: number }> {
  const document = largeDocument(count)
  const store = await openStore(data)
  const { id } = await createTopology(store, { document, owner: 'bench' })
  const address = `${server.url}/t/${id}`
  const page = await fresh({ ...ours, address })
  await page.goto(address)
  await page.waitForSelector('.canvas')
  for (;;) {
    const { document: kept } = await openTopology(store, id)
    if (Object.keys(kept.layout).length > 0) break
    await page.waitForTimeout(500)
  }
  await page.context().close()
  await store.close()
  const graph = graphOf(document)
  return { address, nodes: graph.cards.size + graph.containers.size, edges: graph.arrows.length }
}
