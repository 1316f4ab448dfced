import { expect, test } from 'vitest'
import { validate } from '@/lib/topology/validate'
import { told } from './told'

const throughline = (...args: string[]) => told(args)
const fed = (stdin: string, ...args: string[]) => told(args, { stdin })

test('without a name it lists the templates and their variants', async () => {
  const listed = JSON.parse((await throughline('template', '--json')).stdout)
  expect(listed.map((template: { name: string }) => template.name)).toEqual([
    'nlb-fargate',
    'regional-api',
    'private-api',
    'cross-account',
    'two-api-chain',
  ])
  expect(Object.keys(listed[4])).toEqual(['name', 'title', 'says', 'variants'])
  expect(listed[4].variants.map((variant: { name: string }) => variant.name)).toEqual([
    'uri-names-nlb',
    'uri-without-path',
  ])
  expect((await throughline('template')).stdout).toContain('--variant uri-names-nlb')
})

test('with a name it prints a topology in order', async () => {
  const args = ['private-api', '--region', 'eu-west-1', '--add-on', 'peer', '--add-on', 'custom-domain']
  const { code, stdout: out } = await throughline('template', ...args)
  expect(code).toBe(0)
  expect(validate(JSON.parse(out))).toMatchObject({ ok: true, warnings: [] })
  expect(out).toContain('com.amazonaws.eu-west-1.execute-api')
})

test.each([
  [['two-api-chian'], 'two-api-chain'],
  [['two-api-chain', '--variant', 'uri-names-nbl'], 'uri-names-nlb'],
  [['two-api-chain', '--add-on', 'per'], 'peer'],
  [['two-api-chain', '--region', 'eu-wset-1'], 'eu-west-1'],
  [['two-api-chain', '--varient', 'x'], '--variant'],
  [['--region', 'eu-west-1'], 'need a NAME'],
])('%j is refused with %s', async (args, meant) => {
  const { code, stdout: out, stderr: err } = await throughline('template', ...args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(meant)
})

const chosen = `
name: orders
region: cn-north-1
account: "111122223333"
callers: [own-vpc, on-premises]
paths: [{ method: GET, path: "/orders/{id}" }]
integration: HTTP_PROXY
link: V2
`

test('a file of choices gives a chain that its callers get through', async () => {
  const { code, stdout: out, stderr: err } = await fed(chosen, 'template', '--wizard', '-')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(validate(JSON.parse(out))).toMatchObject({ ok: true, warnings: [] })
  const urls = JSON.parse((await fed(out, 'urls', '-', '--from', 'client-own-vpc', '--best', '--json')).stdout)
  expect(urls).toMatchObject([{ form: 'private-dns', path: '/orders/{id}', works: true }])
})

test.each([
  [chosen.replace('V2', 'V3'), 'link: '],
  [chosen.replace('"111122223333"', '111122223333'), 'account: An account number has 12 digits; in YAML'],
  ['name: [', 'is not YAML'],
])('choices that say nothing drawable are refused: %#', async (yaml, message) => {
  const { code, stderr: err } = await fed(yaml, 'template', '--wizard', '-')
  expect(code).toBe(2)
  expect(err).toContain(message)
})
