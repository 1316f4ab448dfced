import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import type { Trace } from '@/lib/trace/trace'
import { told } from './told'

const entries = [{ name: 'trace', says: '', load: () => import('./trace') }]
const service = 'execute-api.cn-northwest-1.amazonaws.com.cn'

const call = (...args: string[]) =>
  told(['trace', '-', ...args], { stdin: JSON.stringify(buildTemplate('two-api-chain')), entries })

const outer = ['--from', 'client-consumer', '--url', `https://v944po9kjb.${service}/dev/webpage-vpc`]

describe('throughline trace', () => {
  it('prints the hops and exits 0 where the call reaches', async () => {
    const { code, stdout } = await call(...outer)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Reaches, over 10 hops/)
    expect(stdout).toContain('Hello World From Ray Webpage!')
  })

  it('exits 1 where it is blocked, and says where and why', async () => {
    const patch = JSON.stringify([{ op: 'replace', path: '/resources/sg-0b0000000000e9001/ipPermissions', value: [] }])
    const { code, stdout } = await call(...outer, '--patch', patch)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^Blocked at hop 2 of 10, security-group: sg-0b0000000000e9001/)
    expect(stdout).toContain('No inbound rule of sg-0b0000000000e9001 admits tcp 443 from 172.16.48.25')
    expect(stdout).toContain('curl (28)')
  })

  it('reads options and a whole curl command alike', async () => {
    const url = `https://vpce-0d4d61b31cecd49fc-rsnonbkv.execute-api.cn-northwest-1.vpce.amazonaws.com.cn/dev/webpage-vpc`
    const options = await call('--from', 'client-provider', '--url', url, '-H', 'x-apigw-api-id: 3i95y1yx06', '--json')
    const command = await call(
      '--from',
      'client-provider',
      '--curl',
      `curl ${url} -H 'x-apigw-api-id: 3i95y1yx06'`,
      '--json',
    )
    expect(options.stdout).toBe(command.stdout)
    const traced: Trace = JSON.parse(options.stdout)
    expect(traced).toMatchObject({ verdict: 'reaches', invocation: { vantage: 'client-provider', method: 'GET' } })
  })

  it('exits 3 where it is not known', async () => {
    const { code, stdout } = await call(
      '--from',
      'client-provider',
      '--url',
      `https://3i95y1yx06.${service}./dev/webpage-vpc`,
    )
    expect(code).toBe(3)
    expect(stdout).toMatch(/^Not known/)
  })

  it('exits 2 for a vantage that the topology lacks and for a call it cannot read', async () => {
    expect((await call('--from', 'nobody', '--url', `https://3i95y1yx06.${service}/`)).code).toBe(2)
    expect((await call('--from', 'client-provider', '--curl', 'wget x')).code).toBe(2)
    expect((await call('--from', 'client-provider')).code).toBe(2)
  })
})
