import { makeLink } from '@/lib/auth/links'
import { addPerson, ownerOf, personNamed, setPassword, setRole } from '@/lib/auth/people'
import { expect, test } from './topology'

test.use({ storageState: { cookies: [], origins: [] } })

test('a printed link signs in once and lands on the two-API chain', async ({ page, store, browser }) => {
  const link = `/signin#link=${await makeLink(store, await ownerOf(store))}`
  await page.goto(link)
  await page.waitForURL('**/t/two-api-chain**')
  const [session] = (await page.context().cookies()).filter((cookie) => cookie.name.includes('session'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: false })

  const other = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const second = await other.newPage()
  await second.goto(link)
  await expect(second.getByRole('status')).toContainText('used already')
  await other.close()
})

test('a sign-in returns to the address that asked for it', async ({ page, store, fromTemplate }) => {
  const address = await fromTemplate('nlb-fargate')
  const person = await addPerson(store, 'ana', 'editor')
  await setPassword(store, person, 'correct horse battery')
  await page.goto(`${address}?tab=invoke#hop=2`)
  await page.waitForURL('**/signin?to=**')
  await page.getByLabel('Name').fill('ana')
  await page.getByLabel('Password').fill('wrong horse battery')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('status')).toContainText('Name or password is wrong')
  await page.getByLabel('Password').fill('correct horse battery')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`**${address}?tab=invoke#hop=2`)

  await setRole(store, person, 'viewer')
  await page.goto(address)
  await page.waitForURL('**/signin?to=**')
  expect((await personNamed(store, 'ana'))?.epoch).toBe(2)
})

test('a sign-in without its CSRF token gives no session', async ({ page, store }) => {
  const token = await makeLink(store, await ownerOf(store))
  await page.request.post('/api/auth/callback/link', { form: { token, csrfToken: 'wrong', json: 'true' } })
  const answer = await page.request.get('/', { maxRedirects: 0 })
  expect(answer.status()).toBe(307)
  expect(answer.headers().location).toBe('/signin')
})

test('a page that fails shows a reference and no stack', async ({ page, store, fromTemplate }) => {
  await page.goto(`/signin#link=${await makeLink(store, await ownerOf(store))}`)
  await page.waitForURL('**/t/two-api-chain**')
  const address = await fromTemplate('nlb-fargate')
  const id = address.split('/').at(-1) ?? ''
  await store.db.updateTable('topology').set({ document: '{"broken' }).where('id', '=', id).execute()
  await page.goto(address)
  await expect(page.getByText('This page failed on the server.')).toBeVisible()
  await expect(page.getByText(/Reference [0-9a-f-]{36}/)).toBeVisible()
  expect(await page.content()).not.toMatch(/\bat \w+ \(|node_modules|SyntaxError|Unexpected/)

  const unknown = await page.goto('/t/nowhere')
  expect(unknown?.status()).toBe(404)
})

test('every page carries a policy with a nonce of its own', async ({ page }) => {
  const first = await page.goto('/signin')
  const policy = first?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("frame-ancestors 'none'")
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  expect(nonce).toBeTruthy()
  const second = await page.goto('/signin')
  expect(second?.headers()['content-security-policy']).not.toContain(nonce)
})
