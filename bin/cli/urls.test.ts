import { describe, expect, it } from 'vitest'
import { parseCall } from '@/lib/invocation/curl/parse'
import { buildTemplate } from '@/lib/templates/build'
import type { InvokeUrl } from '@/lib/urls/invokeUrl'
import { told } from './told'

const entries = [
  { name: 'urls', says: '', load: () => import('./urls') },
  { name: 'export', says: '', load: () => import('./export') },
]

const call = (args: string[], document: unknown = buildTemplate('two-api-chain')) =>
  told(args, { stdin: JSON.stringify(document), entries })

const list = async (...args: string[]): Promise<InvokeUrl[]> =>
  JSON.parse((await call(['urls', '-', '--json', ...args])).stdout)

describe('throughline urls', () => {
  it('gives the opening call of the two-API chain, as the one to use', async () => {
    const best = await list('--from', 'client-consumer', '--api', 'v944po9kjb', '--best')
    expect(best.find((u) => u.path === '/webpage-vpc')).toMatchObject({
      resource: 'v944po9kjb',
      form: 'private-dns',
      vantage: 'client-consumer',
      curl: 'curl https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc',
      works: true,
      best: true,
    })
    expect(new Set(best.map((u) => u.path)).size).toBe(best.length)
  })

  it('takes a vantage by its AWS id, and every vantage without --from', async () => {
    expect((await list('--from', 'i-0a00000000000c183', '--best')).length).toBeGreaterThan(0)
    expect(new Set((await list()).map((u) => u.vantage))).toEqual(new Set(['client-provider', 'client-consumer']))
  })

  it('offers a browser no header', async () => {
    const browser = await list('--caller', 'browser', '--from', 'client-provider')
    expect(browser.length).toBeGreaterThan(0)
    for (const u of browser) expect(u.headers).toEqual([])
  })

  it('says why a form cannot work, and never claims what the trace does not', async () => {
    for (const u of await list('--from', 'client-provider')) {
      if (u.works !== true) expect(u.reason, u.curl).toMatch(/\S.*\.$/)
      if (u.best) expect(u.reason, u.curl).toMatch(/\.$/)
    }
  })

  it('reads as a table', async () => {
    const { stdout, code } = await call(['urls', '-', '--from', 'client-consumer'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^From client-consumer\n/)
    expect(stdout).toMatch(/\n\* works {5}private-dns {5}curl https:\/\/v944po9kjb/)
  })

  it('names what is wrong with its arguments', async () => {
    expect((await call(['urls', '-', '--from', 'nobody'])).stderr).toContain('"nobody"')
    expect((await call(['urls', '-', '--api', 'nothing'])).stderr).toContain('There are: ')
    for (const args of [
      ['urls'],
      ['urls', '-', '--caller', 'fax'],
      ['urls', '-', '--param', 'x'],
      ['export', '-'],
      ['export', '-', '--format', 'shh'],
      ['export', '-', '--format', 'json', '--best'],
    ])
      expect((await call(args)).code, args.join(' ')).toBe(2)
  })
})

describe('throughline export', () => {
  it('writes the document as it was read', async () => {
    const document = buildTemplate('private-api')
    const { stdout, code } = await call(['export', '-', '--format', 'json'], document)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual(document)
  })

  it('writes a script with the predicted answers, of which every call parses', async () => {
    const { stdout } = await call(['export', '-', '--format', 'sh', '--from', 'client-consumer', '--expect'])
    expect(stdout).toContain('predict body 200')
    const calls = stdout.match(/^curl .*$/gm) ?? []
    expect(calls.length).toBeGreaterThan(0)
    for (const one of calls) expect(parseCall(one.replace(/\\$/, ''), { vantage: 'x' }).ok, one).toBe(true)
  })

  it('writes requests for the editor', async () => {
    const { stdout } = await call(['export', '-', '--format', 'http', '--best'])
    expect(stdout).toMatch(/^### GET v944po9kjb\/dev\/webpage-vpc by private-dns from client-consumer$/m)
  })
})
