import type { Page } from '@playwright/test'
import { expect, test } from './topology'

const verdict = (page: Page) => page.locator('[data-verdict]')
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const strip = (page: Page) => page.getByRole('region', { name: 'Trace', exact: true }).getByRole('table')
const fix = (page: Page) => inspector(page).getByRole('region', { name: 'Fix', exact: true })

interface Broken {
  breakage: string
  verdict: string
  hop: number
  says: RegExp
  /** The sentence of the fix that is first, and the button that applies it. */
  fix: string
  button: 'Use this call' | 'Try on the drawing'
  side: RegExp
}

const sixBreakages: Broken[] = [
  {
    breakage: 'Security group',
    verdict: 'Blockedtimeout',
    hop: 2,
    says: /No inbound rule of sg-0b0000000000e9001 admits tcp 443 from 172\.16\.48\.25/,
    fix: 'Admit tcp 443 from 172.16.48.25/32 in sg-0b0000000000e9001.',
    button: 'Try on the drawing',
    side: /Blocked at hop 2 of 10, on your side, in 1111-2222-3333\./,
  },
  {
    breakage: 'Policy',
    verdict: 'Blocked403',
    hop: 7,
    says: /The resource policy of 3i95y1yx06 denies the call: statement 2 /,
    fix: 'Admit vpce-0d4d61b31cecd49fc in the policy of 3i95y1yx06, and deploy dev.',
    button: 'Try on the drawing',
    side: /Blocked at hop 7 of 10, on the API owner's side/,
  },
  {
    breakage: 'Not redeployed',
    verdict: 'Blocked403',
    hop: 3,
    says: /v944po9kjb has \/webpage-vpc saved, but stage dev does not serve it yet\. Deploy it\./,
    fix: 'Deploy what is saved on v944po9kjb to dev.',
    button: 'Try on the drawing',
    side: /Blocked at hop 3 of 10, on the API owner's side/,
  },
  {
    breakage: 'Private DNS',
    verdict: 'Blocked',
    hop: 1,
    says: /is the default name of a private API, which only private DNS answers with the endpoint/,
    fix: 'Call the name of vpce-080de204ca78d2883, with the Host of the API.',
    button: 'Use this call',
    side: /Blocked at hop 1 of 10, on your side/,
  },
  {
    breakage: 'Wrong Host',
    verdict: 'Blocked403',
    hop: 2,
    says: /has the DNS suffix of another partition, so it names no API/,
    fix: 'Send Host v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn.',
    button: 'Use this call',
    side: /Blocked at hop 2 of 10, on your side/,
  },
  {
    breakage: 'Target gone',
    verdict: 'Blocked',
    hop: 9,
    says: /web-app-fargate-nlb-tg has no registered target/,
    fix: 'Register the running tasks of web-app-fargate in web-app-fargate-nlb-tg.',
    button: 'Try on the drawing',
    side: /Blocked at hop 9 of 10, on the backend's side/,
  },
]

async function breakHop(page: Page, breakage: string) {
  await expect(verdict(page)).toHaveText('Reaches200')
  await page.getByRole('button', { name: 'Break a hop' }).click()
  await page.getByRole('menuitem', { name: breakage }).click()
}

for (const broken of sixBreakages)
  test(`${broken.breakage}: broken, explained, mended from its panel, and undone`, async ({ page, fromTemplate }) => {
    await page.goto(await fromTemplate('two-api-chain'))
    await breakHop(page, broken.breakage)
    await expect(verdict(page)).toHaveText(broken.verdict)
    const stopped = strip(page).getByRole('button', { name: new RegExp(`^Hop ${broken.hop} of 10, .*, blocked$`) })
    await expect(stopped).toHaveAttribute('aria-current', 'step')
    await expect(strip(page).getByRole('button', { name: /^Hop 10 of 10, .*, not checked$/ })).toBeVisible()
    await expect(inspector(page)).toContainText(broken.says)
    await expect(inspector(page).getByRole('region', { name: 'Whose side' })).toContainText(broken.side)
    await expect(fix(page).getByText(broken.fix, { exact: true })).toBeVisible()

    await fix(page).getByRole('button', { name: broken.button }).first().click()
    await expect(verdict(page)).toHaveText('Reaches200')
    if (broken.button === 'Try on the drawing') {
      const tried = inspector(page).getByRole('region', { name: 'Tried on the drawing' })
      await expect(tried).toContainText('aws ')
      await expect(page.getByText('Tried on the drawing. AWS is unchanged.')).toBeVisible()
    }
    await page.keyboard.press('ControlOrMeta+z')
    await expect(verdict(page)).toHaveText(broken.verdict)
    await page.keyboard.press('Backspace')
    await expect(verdict(page)).toHaveText('Reaches200')
  })

test('a change that deploys says first what else goes live, and comes with its way back', async ({
  page,
  fromTemplate,
}) => {
  await page.goto(await fromTemplate('two-api-chain'))
  await breakHop(page, 'Not redeployed')
  await expect(fix(page)).toContainText('Deploying dev makes 1 saved change live')
  await expect(fix(page)).toContainText('The deployment to go back to is p2d001.')
  await fix(page).getByRole('button', { name: 'Copy the commands that make this change' }).click()
  const does = await page.evaluate(() => navigator.clipboard.readText())
  expect(does).toContain('aws apigateway create-deployment')
  expect(does).toContain('[ "$caller" = 111122223333 ]')
  await fix(page).getByText('The commands that undo it').click()
  await fix(page).getByRole('button', { name: 'Copy the commands that undo it' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('value=p2d001')
})

test('private DNS off: the call is mended first, or else AWS', async ({ page, fromTemplate }) => {
  await page.goto(await fromTemplate('two-api-chain'))
  await breakHop(page, 'Private DNS')
  await fix(page).getByRole('button', { name: 'Try on the drawing' }).click()
  await expect(verdict(page)).toHaveText('Reaches200')
  await inspector(page).getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(verdict(page)).toHaveText('Blocked')
  await fix(page).getByRole('button', { name: 'Use this call' }).click()
  await expect(verdict(page)).toHaveText('Reaches200')
  await expect(page.getByRole('combobox', { name: 'URL of the call' })).toHaveValue(/vpce-080de204ca78d2883/)
})

test('two accounts: the message to the owner of the API is ready to copy', async ({ page, fromTemplate }) => {
  await page.goto(await fromTemplate('cross-account'))
  await breakHop(page, 'Policy')
  await inspector(page).getByRole('button', { name: 'Copy a message to the owner of the API' }).click()
  const message = await page.evaluate(() => navigator.clipboard.readText())
  expect(message).toContain('Calls to your API 3i95y1yx06 do not get through.')
  expect(message).toContain('"aws:SourceVpce"')
})

test('on premises: what nobody knows is not known, and a pasted nslookup settles it', async ({
  page,
  fromTemplate,
}) => {
  await page.goto(await fromTemplate('private-api', { addOns: ['on-premises'] }))
  await expect(verdict(page)).toHaveText('Reaches200')
  await page.getByRole('button', { name: /^Called from/ }).click()
  await page.getByRole('menuitemradio', { name: /on premises/ }).click()
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'blocked')
  await verdict(page).click()
  await inspector(page).getByText('Is it otherwise where you call from?').click()
  const questions = inspector(page).getByRole('form', { name: 'What is known of data center' })
  await questions
    .getByRole('group', { name: /forward the names of AWS/ })
    .getByLabel('I do not know')
    .check()
  await questions.getByRole('button', { name: 'Trace with these answers' }).click()
  await expect(verdict(page)).toHaveText('Not known')
  await expect(inspector(page)).toContainText('Which DNS servers are asked there')

  const host = '3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn'
  const address = '10.0.3.206'
  await inspector(page)
    .getByLabel('Output of nslookup, dig or curl -v')
    .fill(`Server:\t\t192.168.10.53\nAddress:\t192.168.10.53#53\n\nName:\t${host}\nAddress: ${address}\n`)
  await inspector(page).getByRole('button', { name: 'Read it' }).click()
  await expect(verdict(page)).toHaveText('Reaches200')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(verdict(page)).toHaveText('Not known')
})
