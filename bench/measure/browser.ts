import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import type { BenchServer } from '../server'

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })

/** Signs the owner in by the server's link; `opening` is the address that it leads to. */
export async function signIn(
  browser: Browser,
  server: BenchServer,
): Promise<{ session: Awaited<ReturnType<BrowserContext['storageState']>>; opening: string }> {
  const page = await browser.newPage()
  await page.goto(server.link)
  await page.waitForURL('**/t/**')
  const session = await page.context().storageState()
  const url = new URL(page.url())
  await page.context().close()
  return { session, opening: `${url.origin}${url.pathname}` }
}
