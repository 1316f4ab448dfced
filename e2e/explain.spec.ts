import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { createTopology } from '@/lib/store/topologies'
import { buildTemplate } from '@/lib/templates/build'
import { applyPatch } from '@/lib/topology/patch'
import { expect, test } from './topology'
import { violations } from './violations'

const transcript = (name: string) =>
  readFileSync(path.join(import.meta.dirname, '../cases/oracle/curl-outputs', name, 'input.txt'), 'utf8')

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Explain an error' })
const box = (page: Page) => dialog(page).getByLabel('What was printed')
const causes = (page: Page) => dialog(page).getByRole('region', { name: 'Causes that are left' }).locator('ol > li')

async function atHome(page: Page, pasted: string) {
  await page.goto('/')
  await page.getByRole('button', { name: 'Explain an error' }).click()
  await box(page).fill(pasted)
}

/** Transcripts of other people's chains, and what must be read in them. */
const transcripts = [
  {
    name: 'out-001',
    request: 'orders-nlb-inner-4f2a9c71d0be83aa.elb.cn-north-1.amazonaws.com.cn/dev/orders',
    answeredBy: 'API Gateway',
    rulesOut: 'A policy would answer',
    first: ['Host wrong suffix', 'amazonaws.com.cn'],
  },
  {
    name: 'out-003',
    request: '/inventory',
    answeredBy: 'API Gateway',
    rulesOut: 'A certificate came back',
    first: ['Integration TLS name', '*.execute-api.us-gov-west-1.amazonaws.com'],
  },
  {
    name: 'out-007',
    request: 'k1l2m3n4o5.execute-api.cn-north-1.amazonaws.com/Prod/hello/',
    answeredBy: 'nobody: the network ended the call',
    rulesOut: undefined,
    first: ['DNS wrong suffix', 'amazonaws.com.cn'],
  },
]

for (const { name, request, answeredBy, rulesOut, first } of transcripts)
  test(`${name} is explained on the home page`, async ({ page }) => {
    await atHome(page, transcript(name))
    const facts = dialog(page).getByRole('region', { name: 'The call', exact: true }).locator('dl').first()
    await expect(facts).toContainText(request)
    await expect(facts).toContainText(answeredBy)
    if (rulesOut !== undefined)
      await expect(dialog(page).getByRole('region', { name: 'What it rules out' })).toContainText(rulesOut)
    for (const words of first) await expect(causes(page).first()).toContainText(words)
    await expect(dialog(page).getByRole('region', { name: 'Next step' })).toContainText('Run this one command.')
    await expect(dialog(page)).toContainText('No topology here holds what this text names')
  })

test('the answer of the next command narrows the list; secrets are not shown', async ({ page }) => {
  const secret = 'aVerySecretKey0123456789'
  await atHome(
    page,
    `$ curl -i https://q8w7e6r5t4.execute-api.eu-west-1.amazonaws.com/prod/x -H 'x-api-key: ${secret}'
HTTP/1.1 403
x-amzn-ErrorType: ForbiddenException

{"message":"Forbidden"}`,
  )
  await expect(causes(page).first()).toContainText('API key missing')
  await expect(box(page)).not.toHaveValue(new RegExp(secret))
  await expect(dialog(page)).not.toContainText(secret)
  const step = dialog(page).getByRole('region', { name: 'Next step' })
  await expect(step).toContainText('aws apigateway get-method --rest-api-id q8w7e6r5t4')
  await step.getByLabel('Paste the answer here').fill('{ "httpMethod": "GET", "apiKeyRequired": false }')
  await step.getByRole('button', { name: 'Narrow the list' }).click()
  await expect(causes(page).filter({ hasText: 'API key missing' })).toHaveCount(0)
  await expect(step).toContainText('aws apigateway get-stages --rest-api-id q8w7e6r5t4')
})

const outer = 'https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc'
const timeout = `[ec2-user@ip-172-16-48-25 ~]$ curl -v ${outer}
*   Trying 172.16.1.118:443...
* connect to 172.16.1.118 port 443 failed: Connection timed out
curl: (28) Failed to connect to v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn port 443 after 134001 ms`
const closed = applyPatch(buildTemplate('two-api-chain'), [
  { op: 'replace', path: '/resources/sg-0b0000000000e9001/ipPermissions', value: [] },
  { op: 'replace', path: '/name', value: 'Closed chain' },
])

test('in the editor it is held against the topology, and leads to the hop', async ({ page, store }) => {
  const { id } = await createTopology(store, { document: closed, owner: 'test' })
  await page.goto(`/t/${id}?from=client-consumer&call=${encodeURIComponent('curl https://example.org/')}`)
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByPlaceholder('A command, a resource, an id').fill('Explain')
  await page.keyboard.press('Enter')
  await box(page).fill(timeout)
  await expect(causes(page)).toHaveCount(1)
  await expect(causes(page).first()).toContainText('certain')
  await expect(causes(page).first()).toContainText('No inbound rule of sg-0b0000000000e9001')
  await causes(page)
    .first()
    .getByRole('button', { name: /^Show |Show / })
    .click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.locator('[data-verdict]')).toHaveText('Blockedtimeout')
  await expect(page).toHaveURL(/node=sg-0b0000000000e9001.*webpage-vpc/)
})

test('Use this request puts it into the call bar, and one undo takes it back', async ({ page, fromTemplate }) => {
  await page.goto(await fromTemplate('two-api-chain'))
  await expect(page.locator('[data-verdict]')).toHaveText('Reaches200')
  await page.getByRole('button', { name: 'Explain an error' }).click()
  await box(page).fill(
    `$ curl -i ${outer.replace('/dev/', '/prod/')}\nHTTP/1.1 403\nx-amzn-ErrorType: ForbiddenException\n\n{"message":"Forbidden"}`,
  )
  await expect(causes(page).first()).toContainText('No such stage')
  await dialog(page).getByRole('button', { name: 'Use this request' }).click()
  await expect(page.locator('[data-verdict]')).toHaveText('Blocked403')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.locator('[data-verdict]')).toHaveText('Reaches200')
})

test('with none open, ids find the topology and addresses the vantage', async ({ page, store }) => {
  const { id } = await createTopology(store, { document: closed, owner: 'test' })
  await atHome(page, timeout)
  await dialog(page)
    .getByRole('radio', { name: /^Closed chain/ })
    .first()
    .check()
  await expect(causes(page)).toHaveCount(1)
  await expect(causes(page).first()).toContainText('certain')
  await dialog(page).getByRole('button', { name: 'Use this request in Closed chain' }).click()
  await expect(page).toHaveURL(/\/t\/.*from=client-consumer.*webpage-vpc/)
  await expect(page.locator('[data-verdict]')).toHaveText('Blockedtimeout')
  expect(id).toBeTruthy()
})

for (const scheme of ['light', 'dark'] as const)
  test(`the dialog is accessible, ${scheme}`, async ({ page, fromTemplate }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(await fromTemplate('two-api-chain'))
    await page.getByRole('button', { name: 'Explain an error' }).click()
    await expect(box(page)).toBeFocused()
    await box(page).fill('403 {"message":"Forbidden"}')
    await expect(causes(page).first()).toContainText('No such stage')
    expect(await violations(page, 'dialog')).toEqual([])
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
  })

test('a failure pasted onto the page is explained', async ({ page, fromTemplate }) => {
  await page.goto(await fromTemplate('two-api-chain'))
  await expect(page.locator('[data-verdict]')).toHaveText('Reaches200')
  await page.evaluate((text) => navigator.clipboard.writeText(text), transcript('out-003'))
  await page
    .locator('main')
    .first()
    .click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('ControlOrMeta+v')
  await expect(causes(page).first()).toContainText('Integration TLS name')
  await expect(dialog(page)).toContainText('Nothing that this text names is in')
})
