import type { Page } from '@playwright/test'
import { createTopology } from '@/lib/store/topologies'
import { buildTemplate } from '@/lib/templates/build'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch } from '@/lib/topology/patch'
import { expect, test } from './topology'
import { violations } from './violations'

const open = 'A private API that is open to every endpoint'
const tab = (page: Page) => page.getByRole('tab', { name: /^Findings/ })
const group = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })

async function opened(page: Page, address: string) {
  await page.goto(address)
  // The number comes with what the rules found: they look once the page rests.
  await expect(tab(page)).toHaveText(/\d/, { timeout: 15_000 })
  await tab(page).click()
}

test('a broken example shows its rule, with evidence that leads to the field', async ({ page, store }) => {
  const broken = applyPatch(buildTemplate('two-api-chain'), [
    { op: 'replace', path: '/resources/vpce-0d4d61b31cecd49fc/state', value: 'failed' },
  ])
  const { id } = await createTopology(store, { document: broken, owner: 'test' })
  await opened(page, `/t/${id}`)
  const rule = group(page, 'An endpoint that carries no calls')
  await expect(rule.getByRole('img', { name: 'high severity' })).toBeVisible()
  await expect(rule).toContainText(
    'vpce-0d4d61b31cecd49fc is failed: only an endpoint that is available carries calls.',
  )
  await expect(rule.getByRole('link', { name: /^What AWS says/ })).toHaveAttribute('href', /^https:\/\/docs\.aws/)
  await rule.getByRole('button', { name: /^Open the finding/ }).click()
  await rule.getByRole('button', { name: /^Open .*state/i }).click()
  await expect(page).toHaveURL(/node=vpce-0d4d61b31cecd49fc/)
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('vpce-0d4d61b31cecd49fc')
})

test('accepted with reason, name and last day it moves, and comes back after an undo', async ({
  page,
  fromTemplate,
}) => {
  await opened(page, await fromTemplate('two-api-chain'))
  const count = Number((await tab(page).innerText()).replace(/\D/g, ''))
  const rule = group(page, open)
  await rule
    .getByRole('button', { name: /^Open the finding/ })
    .first()
    .click()
  await rule.getByRole('button', { name: 'Accept it' }).click()
  const form = rule.getByRole('form', { name: 'Accept the finding' })
  await form.getByLabel('Why it is accepted').fill('A demonstration account')
  await form.getByLabel('By').fill('ana')
  await form.getByLabel('Last day').fill('2099-12-31')
  await form.getByRole('button', { name: 'Accept', exact: true }).click()
  const accepted = page.getByRole('region', { name: /^Accepted/ })
  await expect(accepted).toContainText('“A demonstration account”, ana, until 2099-12-31')
  await expect(tab(page)).toHaveText(`Findings${count - 1}`)

  await page.keyboard.press('ControlOrMeta+z')
  await expect(tab(page)).toHaveText(`Findings${count}`)
  await expect(accepted).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(accepted).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Saved')
  await page.reload()
  await expect(tab(page)).toHaveText(/\d/, { timeout: 15_000 })
  await tab(page).click()
  await expect(accepted).toContainText('A demonstration account')
  await accepted.getByRole('button', { name: 'Count it again' }).click()
  await expect(tab(page)).toHaveText(`Findings${count}`)
})

test('an acceptance whose last day is past counts again, and says so', async ({ page, store }) => {
  const entry = { rule: 'open-to-any', resource: '3i95y1yx06', reason: 'a pilot', by: 'ana', until: '2020-01-31' }
  const document: TopologyDocument = { ...buildTemplate('two-api-chain'), suppressed: [entry] }
  const { id } = await createTopology(store, { document, owner: 'test' })
  await opened(page, `/t/${id}`)
  await expect(group(page, open)).toContainText(
    'Accepted by ana until 2020-01-31: that day is past, so it counts again.',
  )
  await expect(page.getByRole('region', { name: /^Accepted/ })).toHaveCount(0)
})

test('the fix on the drawing makes it go, as one step', async ({ page, fromTemplate }) => {
  await opened(page, await fromTemplate('two-api-chain'))
  const finding = group(page, open).getByRole('listitem').filter({ hasText: '3i95y1yx06' }).first()
  await finding.getByRole('button', { name: /^Open the finding/ }).click()
  await expect(finding).toContainText('aws apigateway')
  await finding.getByRole('button', { name: 'Try on the drawing' }).click()
  await expect(page.getByText('Tried on the drawing. AWS is unchanged.')).toBeVisible()
  await expect(group(page, open).getByRole('listitem').filter({ hasText: 'policy of 3i95y1yx06' })).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(group(page, open).getByRole('listitem').filter({ hasText: 'policy of 3i95y1yx06' })).toHaveCount(1)
})

test('without a finding there is no tab; nodes with findings wear how many', async ({ page, fromTemplate, store }) => {
  const document: TopologyDocument = { schemaVersion: 1, name: 'Empty', resources: {}, layout: {} }
  const { id } = await createTopology(store, { document, owner: 'test' })
  await page.goto(`/t/${id}`)
  await expect(page.getByRole('tree', { name: 'Resources' })).toBeAttached()
  await expect(tab(page)).toHaveCount(0)
  await page.goto(await fromTemplate('two-api-chain'))
  await expect(tab(page)).toHaveText(/\d/, { timeout: 15_000 })
  await expect(page.locator('.react-flow__node-card[data-id="3i95y1yx06"] .card-findings')).toHaveText(/^\d$/)
})

for (const scheme of ['light', 'dark'] as const)
  test(`the panel is accessible, ${scheme}`, async ({ page, fromTemplate }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await opened(page, await fromTemplate('two-api-chain'))
    const rule = group(page, open)
    await rule
      .getByRole('button', { name: /^Open the finding/ })
      .first()
      .click()
    await rule.getByRole('button', { name: 'Accept it' }).click()
    await expect(rule).toContainText('aws apigateway')
    expect(await violations(page, 'aside')).toEqual([])
  })
