import type { Page } from '@playwright/test'
import { expect, test } from './topology'
import { violations } from './violations'

const verdict = (page: Page) => page.locator('[data-verdict]')
const strip = (page: Page) => page.getByRole('region', { name: 'Trace', exact: true }).getByRole('table')

test('the call is in the address, and a reload brings call, node, tab and hop back', async ({ page, fromTemplate }) => {
  await page.goto(await fromTemplate('two-api-chain'))
  await expect(verdict(page)).toHaveText('Reaches200')
  const url = page.getByRole('combobox', { name: 'URL of the call' })
  await url.fill('https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/prod/webpage-vpc')
  await expect(verdict(page)).toHaveText('Blocked403')
  await url.press('Enter')
  await verdict(page).click()
  await page.getByRole('tab', { name: 'Methods' }).click()
  await expect(page).toHaveURL(/node=v944po9kjb&tab=methods&from=client-consumer&call=curl.*prod.*#hop=3$/)
  await page.reload()
  await expect(verdict(page)).toHaveText('Blocked403')
  await expect(page.getByRole('tab', { name: /Methods/ })).toHaveAttribute('aria-selected', 'true')
  await expect(strip(page).getByRole('button', { name: /^Hop 3 of/ })).toHaveAttribute('aria-current', 'step')
})

test('a pasted command fills the call bar and says what it does not honour; Escape takes typing back', async ({
  page,
  fromTemplate,
}) => {
  await page.goto(await fromTemplate('private-api'))
  await expect(verdict(page)).toHaveText('Reaches200')
  const url = page.getByRole('combobox', { name: 'URL of the call' })
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      "curl --compressed -k 'https://vpce-0d4d61b31cecd49fc-rsnonbkv.execute-api.cn-northwest-1.vpce.amazonaws.com.cn/dev/webpage-vpc' -H 'Host: 3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn'",
    ),
  )
  await url.click()
  await url.press('ControlOrMeta+v')
  await expect(page.getByRole('button', { name: 'Headers and options: 1 header, -k' })).toBeVisible()
  await expect(verdict(page)).toHaveText('Reaches200')

  await url.click()
  await url.fill('https://nowhere.example.org/')
  await expect(verdict(page)).not.toHaveText('Reaches200')
  await url.press('Escape')
  await expect(verdict(page)).toHaveText('Reaches200')
})

test('arrow down offers the ways to call, dead ones with their reason', async ({ page, fromTemplate }) => {
  await page.goto(await fromTemplate('private-api'))
  const url = page.getByRole('combobox', { name: 'URL of the call' })
  await url.click()
  await url.press('ArrowDown')
  await expect(page.getByRole('option').first()).toContainText('Use this one')
  await url.press('ArrowDown')
  await url.press('Enter')
  await expect(verdict(page)).toHaveText('Reaches200')
  await expect(url).not.toHaveValue(/\/\/3i95y1yx06\.execute-api/)
})

test('the hop strip is walked with the keyboard, and the canvas follows', async ({ page, fromTemplate }) => {
  await page.goto(await fromTemplate('two-api-chain'))
  await strip(page)
    .getByRole('button', { name: /^Hop 1 of 10/ })
    .click()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(
    strip(page).getByRole('button', { name: /^Hop 3 of 10, API Fargate-private-to-first-api/ }),
  ).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Fargate-private-to-first-api' })).toBeVisible()
  await page.keyboard.press(']')
  await expect(page).toHaveURL(/#hop=4$/)
})

test('what is broken is saved, survives a reload and is undone', async ({ page, fromTemplate }) => {
  await page.goto(await fromTemplate('private-api'))
  await expect(verdict(page)).toHaveText('Reaches200')
  await page.getByRole('button', { name: 'Break a hop' }).click()
  await page.getByRole('menuitem', { name: 'Not redeployed' }).click()
  await expect(verdict(page)).toHaveText('Blocked403')
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
  await page.reload()
  await expect(verdict(page)).toHaveText('Blocked403')
  await page.keyboard.press('Backspace')
  await expect(verdict(page)).toHaveText('Reaches200')
})

test('a name is edited, and two windows never overwrite each other', async ({ page, context, fromTemplate }) => {
  const address = await fromTemplate('nlb-fargate')
  await page.goto(address)
  const other = await context.newPage()
  await other.goto(address)
  await rename(page, 'First name')
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
  await rename(other, 'Second name')
  await expect(other.getByText('Changed elsewhere.')).toBeVisible()
  await other.getByRole('button', { name: 'Reload' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toContainText('First name')
  await other.close()
})

async function rename(page: Page, name: string) {
  await page.getByRole('button', { name: /rename, duplicate/ }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name of the topology' }).fill(name)
  await page.keyboard.press('Enter')
}

test('home: a copy, a delete taken back, a broken file that changes nothing', async ({ page, fromTemplate, store }) => {
  const address = await fromTemplate('cross-account')
  await page.goto(address)
  await rename(page, 'Kept for home')
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
  await page.getByRole('button', { name: /rename, duplicate/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.waitForURL('**/')
  await expect(page.getByRole('link', { name: 'Kept for home', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: 'Kept for home', exact: true })).toBeVisible()

  const count = async () =>
    (await store.db.selectFrom('topology').select('id').where('deleted_at', 'is', null).execute()).length
  const before = await count()
  await page.setInputFiles('input[type=file]', {
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"schemaVersion":1,"name":"x","resources":{"a":{"kind":"vcp"}},"layout":{}}'),
  })
  const dialog = page.getByRole('dialog', { name: 'broken.json is no topology' })
  await expect(dialog).toContainText('/resources/a/kind')
  await expect(dialog).toContainText('vpc')
  await dialog.getByRole('button', { name: 'Close' }).click()
  expect(await count()).toBe(before)
})

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the editor, ${scheme}`, async ({ page, fromTemplate }) => {
    // Each look of axe takes seconds on two processors.
    test.slow()
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.goto(await fromTemplate('two-api-chain'))
    await expect(verdict(page)).toHaveText('Reaches200')
    await page.getByRole('button', { name: 'Break a hop' }).click()
    expect(await violations(page)).toEqual([])
    await page.getByRole('menuitem', { name: 'Policy' }).click()
    await expect(verdict(page)).toHaveText('Blocked403')
    await expect(page.getByRole('heading', { name: /^Blocked at hop 7/ })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole('tab', { name: 'Policies' }).click()
    await expect(page.getByRole('heading', { name: 'AWS CLI' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole('tab', { name: 'Invoke' }).click()
    await expect(page.getByRole('region', { name: 'Command' })).toBeVisible()
    expect(await violations(page)).toEqual([])
  })

  test(`axe finds nothing in a small window and on the home page, ${scheme}`, async ({ page, fromTemplate }) => {
    test.slow()
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1024, height: 700 })
    await page.goto(await fromTemplate('private-api'))
    await expect(verdict(page)).toHaveText('Reaches200')
    await page.getByRole('button', { name: 'Outline' }).click()
    await page
      .getByRole('button', { name: /^Hop 3 of/ })
      .last()
      .click()
    await page.getByRole('button', { name: 'Inspector' }).click()
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 640, height: 900 })
    await expect(page.getByRole('heading', { name: 'The caller sees' })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.goto('/')
    await expect(page.getByRole('heading', { name: 'Topologies' })).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
}
