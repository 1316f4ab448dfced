import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf, readCases } from '@/lib/cases/read'
import { parseCall } from '@/lib/invocation/curl/parse'
import type { Invocation } from '@/lib/invocation/invocation'
import { vantageOf } from '@/lib/network/vantage'
import { buildTemplate } from '@/lib/templates/build'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { validate } from '@/lib/topology/validate'
import { breakages } from '@/lib/trace/breakages'
import { trace } from '@/lib/trace/engine'
import type { Hop, Trace } from '@/lib/trace/trace'
import { causes } from './causes'
import { explain } from './explain'

const outer = 'https://v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn/dev/webpage-vpc'
const chain = buildTemplate('two-api-chain')
const patched = (...patch: Patch) => applyPatch(chain, patch)
const call = (url: string, vantage = 'client-consumer'): Invocation => ({
  vantage,
  method: 'GET',
  url,
  headers: [],
  options: {},
})

/** What curl would have printed for a predicted call. */
function printed(curl: string, traced: Trace): string {
  const { outcome } = traced
  const [one = outcome] = outcome.kind === 'unknown' ? (outcome.candidates ?? []) : [outcome]
  if (one.kind !== 'response') return `$ ${curl}\ncurl: (${one.curlExitCode}) ${one.curlMessage}`
  const type = one.errorType === undefined ? '' : `x-amzn-ErrorType: ${one.errorType}\n`
  return `$ ${curl}\nHTTP/1.1 ${one.status}\n${type}x-amzn-RequestId: 1\nx-amz-apigw-id: y\n\n${one.body ?? one.bodyContains ?? ''}`
}

const timeout = (address: string) => `[ec2-user@ip-172-16-48-25 ~]$ curl -v ${outer}
*   Trying ${address}:443...
* connect to ${address} port 443 failed: Connection timed out
curl: (28) Failed to connect to v944po9kjb.execute-api.cn-northwest-1.amazonaws.com.cn port 443 after 134001 ms`

describe('a topology', () => {
  const closed = patched({ op: 'replace', path: '/resources/sg-0b0000000000e9001/ipPermissions', value: [] })

  it('proves the cause that it shows, with its own sentence, and lets the others fall', () => {
    const [one] = explain(timeout('172.16.1.118'), { doc: closed }).calls
    expect(one?.vantages).toEqual(['client-consumer'])
    expect(one?.causes).toHaveLength(1)
    expect(one?.causes[0]).toMatchObject({
      id: 'endpoint-sg-443',
      verdict: 'certain',
      resource: 'sg-0b0000000000e9001',
    })
    expect(one?.causes[0]?.sentence).toContain('No inbound rule of sg-0b0000000000e9001 admits tcp 443')
    expect(one?.causes[0]?.tellApart.command).toBe(
      'aws ec2 describe-security-groups --group-ids sg-0b0000000000e9001 --region cn-northwest-1',
    )
    expect(one?.rulesOut.find((o) => o.causes.includes('caller-sg-egress'))?.says).toContain('sg-0b000000000c11e01')
  })

  it('says so where the call gets through in it', () => {
    const [one] = explain(timeout('172.16.1.118'), { doc: chain }).calls
    expect(one?.says).toContain('In this topology the call gets through')
    expect(one?.causes.filter((c) => c.verdict !== 'possible')).toEqual([])
  })

  it('is traced from every place where the paste shows none', () => {
    const [one] = explain('403 {"message":"Forbidden"}', { doc: chain }).calls
    expect(one?.causes.length).toBeGreaterThan(3)
    const url = outer.replace('/dev/', '/prod/')
    const [stage] = explain(printed(`curl -i ${url}`, trace(chain, call(url))), { doc: chain }).calls
    expect(stage?.causes[0]).toMatchObject({ id: 'no-such-stage', resource: 'v944po9kjb' })
  })
})

describe('breakages of the two-API chain', () => {
  const reaches = trace(chain, call(outer))
  for (const breakage of breakages)
    it(`${breakage.name} is found`, () => {
      const broken = breakage.apply(chain, call(outer), reaches)
      const doc = broken?.edit ? applyPatch(chain, broken.edit.patch) : chain
      const invocation = broken?.call ?? call(outer)
      const traced = trace(doc, invocation)
      const host = invocation.headers.map((h) => ` -H '${h.name}: ${h.value}'`).join('')
      const paste = printed(`curl -i ${invocation.url}${host}`, traced).replace('$ ', '[ec2-user@ip-172-16-48-25 ~]$ ')
      const [found] = explain(paste, { doc }).calls[0]?.causes ?? []
      expect(found?.verdict).not.toBe('possible')
      expect(meantBy(traced)).toContain(found?.id)
    })
})

/** Causes that the deciding check of a trace means. */
function meantBy(traced: Trace): string[] {
  const { decidedBy } = traced
  const all = (hops: Hop[]): Hop[] => hops.flatMap((h) => [h, ...(h.branches ?? []).flatMap((b) => all(b.hops))])
  const check = all(traced.hops)
    .filter((h) => h.n === decidedBy?.n)
    .flatMap((h) => h.checks)
    .find((c) => c.id === decidedBy?.check && c.verdict === 'fail')
  return causes
    .filter((cause) => !cause.ofAnswer)
    .filter((cause) =>
      cause.checks.some((of) => of.check === check?.id && (of.reasons?.includes(check?.reason ?? '') ?? true)),
    )
    .map((cause) => cause.id)
}

/** Cases whose place nobody has drawn, or which look alike from another place: what is shown there fits as well. */
const alike = ['net-sg-016', 'net-sg-017', 'names-dns-028']

describe('cases with a known outcome', () => {
  it('are explained by the check that decides them', async () => {
    const wrong: string[] = []
    let right = 0
    const folder = path.resolve('cases/trace')
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const read = readCases(readFileSync(path.join(folder, name), 'utf8'))
      if (!read.ok) continue
      const start = await documentOf(read.file, async () => undefined)
      for (const asked of read.file.cases) {
        const checked = validate(applyPatch(start, asked.patch ?? []))
        const doc: TopologyDocument | undefined = checked.ok ? checked.document : undefined
        if (!doc || asked.use === 'explain-only' || alike.includes(asked.id)) continue
        const parsed = parseCall(asked.curl, {
          vantage: asked.from,
          signsHostOf: vantageOf(doc, asked.from).signsHostOf,
        })
        if (!parsed.ok) continue
        const traced = trace(doc, parsed.invocation)
        const meant = traced.verdict === 'blocked' ? meantBy(traced) : []
        if (meant.length === 0) continue
        const [first] = explain(printed(asked.curl, traced), { doc }).calls[0]?.causes ?? []
        const masked = (traced.outcome.status ?? 500) < 400 && first?.id === 'inner-api-forbidden-masked'
        if (first && first.verdict !== 'possible' && (meant.includes(first.id) || masked)) right++
        else wrong.push(`${asked.id}: ${first?.verdict} ${first?.id}, not ${meant.join(' or ')}`)
      }
    }
    expect(wrong).toEqual([])
    expect(right).toBeGreaterThan(60)
  }, 60_000)
})

describe('the traced call', () => {
  const denied = patched({
    op: 'replace',
    path: '/resources/v944po9kjb/deployments/p2d001/api/policy/text',
    value: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}',
  })
  const seen = trace(denied, call(outer))

  it('comes along with the check that speaks of each cause, and without what lets somebody make it', () => {
    const curl = `curl -i ${outer} -H 'x-api-key: aVerySecretKey0123456789'`
    const [one] = explain(printed(curl, seen), { doc: denied }).calls
    expect(one?.causes[0]).toMatchObject({
      id: 'resource-policy-explicit-deny',
      resource: 'v944po9kjb',
      at: { n: seen.decidedBy?.n, check: seen.decidedBy?.check },
    })
    const at = one?.vantages?.indexOf('client-consumer') ?? -1
    expect(one?.traced?.[at]).toMatchObject({ call: { url: outer }, verdict: 'blocked', asSeen: true })
    expect(JSON.stringify(one)).not.toContain('aVerySecretKey')
  })

  it('is the call at hand where the paste shows none and that one is answered so, and proves nothing then', () => {
    const bare = `403 ${seen.outcome.body}`
    const [one] = explain(bare, { doc: denied, call: call(outer) }).calls
    expect(one).toMatchObject({ assumed: true, vantages: ['client-consumer'] })
    expect(one?.causes.find((cause) => cause.id === 'resource-policy-explicit-deny')?.at?.n).toBe(seen.decidedBy?.n)
    const [other] = explain('504 {"message": "Endpoint request timed out"}', { doc: denied, call: call(outer) }).calls
    expect(other?.assumed).toBeUndefined()
    expect(other?.traced).toBeUndefined()
  })
})
