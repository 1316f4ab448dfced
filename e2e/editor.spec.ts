import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { parseCall } from '@/lib/invocation/curl/parse'
import type { Invocation } from '@/lib/invocation/invocation'
import { expect, test } from './topology'

interface GuideCall {
  template: string
  from: string
  curl: string
}

const guide: GuideCall[] = JSON.parse(readFileSync(path.join(import.meta.dirname, '../cases/guide-curls.json'), 'utf8'))

interface Chain {
  name: string
  nodes: number
  arrows: number
  /** Name of the node whose Invoke tab lists the guide's calls. */
  invoked: string
  /** What is broken, and what the page then says. */
  broken: { breakage: string; verdict: string; says: RegExp; sees: string }
}

const policyDenies = {
  breakage: 'Policy',
  verdict: 'Blocked403',
  says: /The resource policy of \w+ denies the call: statement 2 \(.+\) is a Deny that matches\./,
  sees: 'with an explicit deny',
}

const chains: Chain[] = [
  {
    name: 'nlb-fargate',
    nodes: 5,
    arrows: 4,
    invoked: 'web-app-fargate-nlb-internal',
    broken: {
      breakage: 'Security group',
      verdict: 'Blockedtimeout',
      says: /No inbound rule of sg-0a0000000000ec501 admits tcp 5000/,
      sees: 'curl: (28)',
    },
  },
  { name: 'regional-api', nodes: 9, arrows: 6, invoked: 'Fargate-webpage-regional', broken: policyDenies },
  { name: 'private-api', nodes: 10, arrows: 9, invoked: 'Fargate-webpage-private', broken: policyDenies },
  { name: 'cross-account', nodes: 13, arrows: 11, invoked: 'Fargate-webpage-private', broken: policyDenies },
  { name: 'two-api-chain', nodes: 19, arrows: 17, invoked: 'Fargate-webpage-private', broken: policyDenies },
]

for (const chain of chains)
  test(`${chain.name}: drawn, called, copied, broken and mended`, async ({ page, fromTemplate }) => {
    const failures = listen(page)
    await page.goto(await fromTemplate(chain.name))
    const verdict = page.locator('[data-verdict]')
    await expect(verdict).toHaveText('Reaches200')
    await expect(page.locator('.react-flow__node-card')).toHaveCount(chain.nodes)
    await expect(page.locator('[data-arrow]')).toHaveCount(chain.arrows)

    await page
      .getByRole('treeitem', { name: `${chain.invoked}, passes`, exact: true })
      .first()
      .click()
    await page.getByRole('tab', { name: 'Invoke' }).click()
    for (const call of guide.filter((each) => each.template === chain.name)) await copied(page, call)

    await page.getByRole('button', { name: 'Break a hop' }).click()
    await page.getByRole('menuitem', { name: chain.broken.breakage }).click()
    await expect(verdict).toHaveText(chain.broken.verdict)
    const inspector = page.getByRole('complementary', { name: 'Inspector' })
    await expect(inspector).toContainText(chain.broken.says)
    await expect(page.getByRole('region', { name: 'The caller sees' })).toContainText(chain.broken.sees)
    await page.keyboard.press('Backspace')
    await expect(verdict).toHaveText('Reaches200')
    expect(failures).toEqual([])
  })

/** Finds the guide's call on the page, copies it, and lets a shell say what it would hand to curl. */
async function copied(page: Page, { from, curl }: GuideCall) {
  const wanted = callOf(curl, from)
  await expect(page.getByRole('region', { name: 'Command', exact: true })).toBeVisible()
  const own = new URL(wanted.url).pathname.replace(/^\/dev/, '')
  const method = page.getByRole('tabpanel').getByRole('button', { name: /^Method / })
  if (own !== '/' && (await method.getAttribute('aria-label')) !== `Method GET ${own}`) {
    await method.click()
    await page
      .getByRole('menuitemradio', { name: `GET ${own}`, exact: false })
      .first()
      .click()
  }
  const rows = page.getByRole('region', { name: `From ${from}`, exact: true }).getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  const row = await rowOf(page, from, wanted)
  await row.getByRole('button', { name: /^Copy curl/ }).click()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  const words = execFileSync('sh', ['-c', `curl() { for a in "$@"; do printf '%s\\0' "$a"; done; }\n${text}`])
    .toString()
    .split('\0')
    .slice(0, -1)
  expect(words).toContain(wanted.url)
  expect(optionsOf(callOf(text, from))).toEqual(optionsOf(wanted))
  expect(words.filter((word) => word === '-H')).toHaveLength(wanted.headers.length)
}

async function rowOf(page: Page, from: string, wanted: Invocation) {
  const rows = page.getByRole('region', { name: `From ${from}`, exact: true }).getByRole('listitem')
  const shown = await rows.evaluateAll((items) =>
    items.map((item) => ({
      url: item.querySelector('code')?.textContent ?? '',
      rest: [...item.querySelectorAll('code')].slice(1).map((code) => code.textContent ?? ''),
    })),
  )
  const headers = wanted.headers.map(({ name, value }) => `-H "${name}: ${value}"`)
  const at = shown.findIndex(
    ({ url, rest }) =>
      url === wanted.url &&
      headers.every((header) => rest.includes(header)) &&
      rest.filter((line) => line.startsWith('-H')).length === headers.length &&
      !rest.some((line) => line.startsWith('--connect-to')),
  )
  expect(shown.map(({ url }) => url)).toContain(wanted.url)
  expect(at, `${wanted.url} ${headers.join(' ')}`).toBeGreaterThanOrEqual(0)
  return rows.nth(at)
}

const optionsOf = ({ method, url, headers, options }: Invocation) => ({ method, url, headers, options })

function callOf(curl: string, from: string): Invocation {
  const parsed = parseCall(curl.replace(' -v', ''), { vantage: from })
  if (!parsed.ok) throw new Error(parsed.says)
  return parsed.invocation
}

/** What the browser complains about: the page must be silent. */
function listen(page: Page): string[] {
  const failures: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') failures.push(message.text())
  })
  page.on('pageerror', (error) => failures.push(error.message))
  return failures
}
