import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { serveBare } from './measure/bareServer'
import { launch, signIn } from './measure/browser'
import { finish, median, reportAtMost } from './measure/ratio'
import { kill, startServer } from './server'

// From a keystroke in the call's URL to its painted verdict, against a keystroke in an empty controlled input.

const keystrokes = 100
const frame = 1000 / 60
const pace = 150

const data = await mkdtemp(path.join(tmpdir(), 'throughline-keystroke-'))
const server = await startServer(data)
const bare = await serveBare()
const browser = await launch()
const { session, opening } = await signIn(browser, server)
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, storageState: session })

const ours = await typed(await context.newPage(), opening, '[role="combobox"]')
const theirs = await typed(await context.newPage(), `${bare.url}/input`, 'input')
await browser.close()
await bare.close()
await kill(server, 'SIGTERM')
await rm(data, { recursive: true })

process.stdout.write(
  `       ${keystrokes} keystrokes: ${median(ours.waits).toFixed(1)} ms to the verdict, ` +
    `${median(theirs.waits).toFixed(1)} ms in an empty input\n`,
)
reportAtMost('keystroke to painted verdict, above an empty input', median(ours.waits) - median(theirs.waits), 2 * frame)
reportAtMost('longest task of the main thread while typing', Math.max(0, ...ours.tasks), 50)
finish()

interface Typed {
  /** From each key to the paint that shows what it changed, in ms. */
  waits: number[]
  /** Tasks of the main thread that took 50 ms or longer. */
  tasks: number[]
}

/** The last letter of the path goes and comes: each key turns the verdict, so each paint can be told. */
async function typed(page: Page, address: string, field: string): Promise<Typed> {
  await page.goto(address)
  await page.waitForSelector('[data-verdict]', { state: 'attached' })
  // Hydration and what is loaded ahead are over.
  await page.waitForTimeout(4000)
  await page.focus(field)
  await page.keyboard.press('End')
  await page.evaluate(listen)
  for (let n = 0; n < keystrokes; n++) {
    await page.keyboard.press(n % 2 === 0 ? 'x' : 'Backspace')
    await page.waitForFunction((count) => Reflect.get(globalThis, 'typed').waits.length > count, n)
    await page.waitForTimeout(pace)
  }
  const found: Typed = await page.evaluate(() => Reflect.get(globalThis, 'typed'))
  await page.close()
  return found
}

/** Runs in the page: a key starts the clock; the first paint after the verdict has changed stops it. */
function listen(): void {
  const found: Typed = { waits: [], tasks: [] }
  Reflect.set(globalThis, 'typed', found)
  let pressed = 0
  document.addEventListener(
    'keydown',
    (event) => {
      pressed = event.timeStamp
    },
    true,
  )
  const painted = () => {
    if (pressed === 0) return
    const since = pressed
    pressed = 0
    // A task queued from within a frame runs once that frame is painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => found.waits.push(performance.now() - since)
      port2.postMessage(undefined)
    })
  }
  new MutationObserver(painted).observe(document, {
    subtree: true,
    attributes: true,
    attributeFilter: ['data-verdict'],
  })
  new PerformanceObserver((list) => found.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
    type: 'longtask',
  })
}
