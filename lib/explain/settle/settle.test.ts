import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch } from '@/lib/topology/patch'
import { validate } from '@/lib/topology/validate'
import { trace } from '@/lib/trace/engine'
import { settle } from './settle'

const doc = buildTemplate('private-api', { addOns: ['on-premises'] })
const premises = Object.keys(doc.resources).find((id) => id.startsWith('on-premises:')) ?? ''
const host = '3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn'
const [endpoint] = Object.values(doc.resources).filter((r) => r.kind === 'vpcEndpoint')
const address = endpoint?.networkInterfaces[0]?.privateIpAddress ?? ''

const nslookup = (server: string, answer: string) =>
  `$ nslookup ${host}\nServer:\t\t${server}\nAddress:\t${server}#53\n\n${answer}\n`
const found = nslookup('192.168.10.53', `Non-authoritative answer:\nName:\t${host}\nAddress: ${address}`)
const missing = nslookup('192.168.10.53', `** server can't find ${host}: NXDOMAIN`)

function settled(of: TopologyDocument, vantage: string, pasted: string) {
  const result = settle(of, vantage, pasted, '2026-10-09')
  if (!result.ok) throw new Error(result.says)
  const after = applyPatch(of, result.edit.patch)
  expect(validate(after).ok).toBe(true)
  expect(applyPatch(after, result.edit.inverse)).toEqual(of)
  return { ...result, after }
}

describe('settling a vantage by its own commands', () => {
  it('pins what nslookup answered, and the trace follows it', () => {
    const { after, edit, says } = settled(doc, premises, found)
    expect(after.resources[premises]).toMatchObject({ pinned: { [host]: [address] } })
    expect(edit.label).toContain('2026-10-09')
    expect(says[0]).toBe(`${premises} resolves ${host} to ${address}.`)
    const call = { vantage: premises, method: 'GET', url: `https://${host}/dev/webpage-vpc`, headers: [], options: {} }
    const dns = trace(after, call).hops[0]?.checks.find((check) => check.id === 'dns.name')
    expect(dns).toMatchObject({ verdict: 'pass', reason: 'pinned' })
  })

  it('states servers of its own where they have no answer', () => {
    const { after } = settled(doc, premises, missing)
    expect(after.resources[premises]).toMatchObject({ dns: { servers: 'own' } })
  })

  it('reads what curl tried, and the address it ran at', () => {
    const { after, says } = settled(
      doc,
      premises,
      `$ curl -v --connect-timeout 5 https://${host}/dev/x
*   Trying ${address}:443...
* Established connection to ${host} (${address} port 443) from 192.168.10.77 port 51234`,
    )
    expect(after.resources[premises]).toMatchObject({ pinned: { [host]: [address] }, address: '192.168.10.77' })
    expect(says.join(' ')).toContain(`reaches ${address}`)
  })

  it('takes the answer away from what is missing', () => {
    const hole = { path: '/dns', why: 'notInspected' as const, ask: 'Which DNS servers does it ask?' }
    const unknown = applyPatch(doc, [{ op: 'add', path: `/resources/${premises}/notVisible`, value: [hole] }])
    expect(settled(unknown, premises, missing).after.resources[premises]?.notVisible).toBeUndefined()
  })

  it('says why not', () => {
    const why = (vantage: string, pasted: string) => {
      const result = settle(doc, vantage, pasted)
      return result.ok ? 'settled' : result.says
    }
    expect(why('nobody', found)).toContain('No resource "nobody"')
    expect(why('internet', found)).toContain('draw a client')
    expect(why(premises, 'It does not work.')).toContain('no name was asked for')
    expect(why('client-provider', missing.replaceAll('192.168.10.53', '10.0.0.2'))).toContain(
      'private DNS of the endpoint',
    )
    const again = settled(doc, premises, found).after
    const result = settle(again, premises, found)
    expect(result).toEqual({ ok: false, says: 'The topology says all of this already.' })
  })
})
