import type { Page } from '@playwright/test'
import type { Store } from '@/lib/store/store'
import { createTopology, openTopology } from '@/lib/store/topologies'
import type { TopologyDocument } from '@/lib/topology/document'
import { expect, test } from './topology'
import { violations } from './violations'

const verdict = (page: Page) => page.locator('[data-verdict]')
const card = (page: Page, id: string) => page.locator(`.react-flow__node-card[data-id="${id}"]`)
const nothing = (page: Page) => page.getByRole('region', { name: 'Nothing is drawn yet' })
const saved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()

const empty: TopologyDocument = { schemaVersion: 1, name: 'Drawn', resources: {}, layout: {} }

async function opened(page: Page, store: Store): Promise<string> {
  const { id } = await createTopology(store, { document: empty, owner: 'test' })
  await page.goto(`/t/${id}`)
  await expect(nothing(page)).toBeVisible()
  return id
}

const names = ['instance', 'endpoint', 'api', 'vpc-link', 'nlb', 'targets', 'service']

/** Undoes until nothing is left, does it all again, and holds the document against what was drawn. */
async function backAndForth(page: Page, store: Store, id: string) {
  await saved(page)
  const { document: drawn } = await openTopology(store, id)
  for (const name of names) expect(Object.keys(drawn.resources)).toContain(name)
  for (let n = 0; n < 40 && !(await nothing(page).isVisible()); n += 1) await page.keyboard.press('ControlOrMeta+z')
  await expect(nothing(page)).toBeVisible()
  await saved(page)
  await expect
    .poll(async () => {
      const { document } = await openTopology(store, id)
      return { resources: document.resources, layout: document.layout }
    })
    .toEqual({ resources: {}, layout: {} })
  for (let n = 0; n < 40; n += 1) await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(verdict(page)).toContainText('Reaches')
  await expect.poll(async () => (await openTopology(store, id)).document).toEqual(drawn)
}

test('the private API chain is drawn by mouse from an empty canvas, undone and done again', async ({ page, store }) => {
  test.slow()
  const id = await opened(page, store)
  await page.getByRole('button', { name: 'Add a VPC' }).click()
  await page.getByRole('button', { name: 'Add EC2 instance' }).dragTo(page.locator('.react-flow__pane'))
  await expect(card(page, 'instance')).toBeVisible()
  const next = async (after: string, title: string) => {
    await page.getByRole('button', { name: `Add what comes after ${after}` }).click()
    await page.getByRole('menuitem', { name: title, exact: true }).click()
  }
  await next('instance', 'Interface endpoint')
  await next('endpoint', 'REST API')
  await next('api', 'VPC link')
  await next('vpc-link', 'Network load balancer')
  await next('nlb', 'Target group')
  await next('targets', 'Fargate service')
  await expect(card(page, 'service')).toBeVisible()
  await page.getByRole('button', { name: 'Fit everything' }).click()

  await card(page, 'api').click()
  const pen = page.getByRole('button', { name: 'Connect api' })
  const from = await pen.boundingBox()
  const refused = await card(page, 'instance').boundingBox()
  const end = await card(page, 'vpc-link').boundingBox()
  if (!from || !end || !refused) throw new Error('A card is not in sight.')
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(refused.x + 20, refused.y + 20, { steps: 4 })
  await expect(page.getByText(/From api arrows lead to: .*VPC link/)).toBeVisible()
  await expect(page.locator('.takes-arrow')).not.toHaveCount(0)
  await page.mouse.move(end.x + 40, end.y + 30, { steps: 4 })
  await page.mouse.up()
  const dialog = page.getByRole('dialog', { name: 'From api to vpc-link' })
  await dialog.getByRole('textbox', { name: 'Path' }).fill('hello')
  await expect(dialog.getByRole('alert')).toContainText('a path that begins with /')
  await dialog.getByRole('button', { name: 'Use /hello' }).click()
  await dialog.getByRole('button', { name: 'Draw the arrow' }).click()
  await page.getByRole('tab', { name: 'Fields' }).click()
  await page.getByRole('button', { name: 'Deploy api to dev' }).click()
  await expect(verdict(page)).toContainText('Reaches')
  await backAndForth(page, store, id)
})

test('the same chain is drawn by keyboard alone', async ({ page, store }) => {
  test.slow()
  const id = await opened(page, store)
  const pick = async (key: string, words: string) => {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  const choose = async (name: string) => {
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox', { name: 'Find a resource' })).toBeFocused()
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('toolbar', { name: `${name}: draw` })).toBeVisible()
  }
  const titles = [
    'VPC',
    'EC2 instance',
    'Interface endpoint',
    'REST API',
    'VPC link',
    'Network load balancer',
    'Target group',
    'Fargate service',
  ]
  for (const [n, title] of titles.entries()) {
    await pick('a', title)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    if (n > 0) await expect(card(page, names[n - 1] ?? '')).toBeVisible()
  }
  for (const [from, to] of [
    ['endpoint', 'api'],
    ['vpc-link', 'nlb'],
    ['nlb', 'targets'],
    ['targets', 'service'],
    ['api', 'vpc-link'],
  ] as const) {
    await choose(from)
    await pick('c', to)
    const form = page.getByRole('dialog', { name: `From ${from} to ${to}` })
    if (from === 'nlb' || from === 'api') {
      await expect(form).toBeVisible()
      await page.keyboard.press('Enter')
    }
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await pick('ControlOrMeta+k', 'Deploy what is saved')
  await expect(verdict(page)).toContainText('Reaches')
  await backAndForth(page, store, id)
})

test('fields are refused with the nearest right value, kept as named steps, and a deletion says what it takes', async ({
  page,
  fromTemplate,
}) => {
  await page.goto(await fromTemplate('private-api'))
  await expect(verdict(page)).toHaveText('Reaches200')
  await page.locator('.react-flow__node-card[data-id="sg-0a0000000000ec501"]').click()
  await page.getByRole('tab', { name: 'Fields' }).click()
  const ports = page.getByRole('textbox', { name: 'Ports of rule 1' }).first()
  await ports.fill('5001')
  await ports.press('Enter')
  await expect(verdict(page)).not.toHaveText('Reaches200')
  const source = page.getByRole('combobox', { name: 'Source 1 of rule 1' }).first()
  await source.fill('10.0.1.0/16')
  await page.getByRole('button', { name: 'Use 10.0.0.0/16' }).click()
  await source.blur()
  await page.locator('body').press('s')
  const steps = page.getByRole('dialog', { name: 'Steps' })
  await expect(steps.getByRole('button', { name: /^Set .* of task/ }).first()).toBeVisible()
  await steps.getByRole('button', { name: 'As it was opened' }).click()
  await expect(verdict(page)).toHaveText('Reaches200')
  await page.keyboard.press('Escape')
  await page.locator('.react-flow__node-card[data-id="web-app-fargate-nlb-tg"]').click()
  await page.locator('body').press('Delete')
  const dialog = page.getByRole('dialog', { name: 'Delete web-app-fargate-nlb-tg' })
  await expect(dialog).toContainText('References that would dangle are cleared')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(verdict(page)).not.toHaveText('Reaches200')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(verdict(page)).toHaveText('Reaches200')
})

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing in forms and palette, ${scheme}`, async ({ page, fromTemplate }) => {
    test.slow()
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.goto(await fromTemplate('private-api'))
    await expect(verdict(page)).toHaveText('Reaches200')
    await expect(page.getByRole('region', { name: 'Palette' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    for (const id of ['3i95y1yx06', 'sg-0a0000000000ec501', 'web-app-fargate-nlb-internal', 'web-app-fargate']) {
      await page.locator(`.react-flow__node-card[data-id="${id}"]`).click()
      await page.getByRole('tab', { name: 'Fields' }).click()
      await expect(page.getByRole('textbox', { name: 'Logical id' })).toHaveValue(id)
      expect(await violations(page, '#tab-panel')).toEqual([])
    }
    await page.locator('body').press('a')
    await expect(page.getByRole('dialog', { name: 'Add a resource' })).toBeVisible()
    expect(await violations(page, 'dialog')).toEqual([])
  })
