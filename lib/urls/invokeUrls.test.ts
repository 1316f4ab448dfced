import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseCall } from '@/lib/invocation/curl/parse'
import type { Invocation } from '@/lib/invocation/invocation'
import { buildTemplate } from '@/lib/templates/build'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { trace } from '@/lib/trace/engine'
import type { Trace } from '@/lib/trace/trace'
import type { InvokeUrl } from './invokeUrl'
import { invokeUrls, type UrlOptions } from './invokeUrls'

/** A judge that knows nothing, for what does not hang on verdicts. */
const nothing = (_doc: TopologyDocument, invocation: Invocation): Trace => ({
  invocation,
  verdict: 'reaches',
  outcome: { kind: 'response' },
  hops: [],
  blockers: [],
  blockersComplete: true,
  fixes: [],
})
const urls = (doc: TopologyDocument, options: Partial<UrlOptions> = {}) =>
  invokeUrls(doc, { trace: nothing, ...options })
const of = (list: InvokeUrl[], form: string) => list.filter((u) => u.form === form)

const parsed = (curl: string) => {
  const result = parseCall(curl, { vantage: 'x' })
  if (!result.ok) throw new Error(result.says)
  return result.invocation
}
const lower = (call: Invocation) => call.headers.map((h) => `${h.name.toLowerCase()}: ${h.value}`).sort()

describe("the guide's commands", () => {
  const guide: { template: string; from: string; curl: string }[] = JSON.parse(
    readFileSync(path.join('cases', 'guide-curls.json'), 'utf8'),
  )
  const made = new Map<string, InvokeUrl[]>()
  const list = (template: string, from: string) => {
    const key = `${template} ${from}`
    const found = made.get(key) ?? urls(buildTemplate(template), { from, trace })
    made.set(key, found)
    return found
  }

  test.each(guide)('$template: $curl', ({ template, from, curl }) => {
    const wanted = parsed(curl)
    const same = list(template, from).filter(
      (u) =>
        u.url === wanted.url &&
        String(lower(parsed(u.curl))) === String(lower(wanted)) &&
        !parsed(u.curl).options.insecure === !wanted.options.insecure,
    )
    expect(same.map((u) => u.url)).toEqual([wanted.url])
    expect(parsed(same[0]?.curl ?? '')).toMatchObject({ url: wanted.url, method: wanted.method })
    expect(same[0]?.works).toBe(true)
  })
})

describe('forms', () => {
  const usEast = buildTemplate('two-api-chain', { addOns: ['us-east-1', 'custom-domain'] })
  const get = (list: InvokeUrl[]) => list.filter((u) => u.path === '/webpage-vpc' && u.api === '3i95y1yx06')
  const list = get(urls(usEast, { from: 'client-provider' }))
  const host = '3i95y1yx06.execute-api.us-east-1.amazonaws.com'
  const vpce = 'vpce-0d4d61b31cecd49fc-rsnonbkv'

  test.each([
    ['private-dns', `curl https://${host}/dev/webpage-vpc`],
    ['custom-domain', 'curl https://private.example.com/v1/webpage-vpc'],
    ['alias', `curl https://3i95y1yx06-vpce-0d4d61b31cecd49fc.execute-api.us-east-1.amazonaws.com/dev/webpage-vpc`],
    [
      'endpoint-host',
      `curl https://${vpce}.execute-api.us-east-1.vpce.amazonaws.com/dev/webpage-vpc -H 'Host: ${host}'`,
    ],
    [
      'endpoint-header',
      `curl https://${vpce}.execute-api.us-east-1.vpce.amazonaws.com/dev/webpage-vpc -H 'x-apigw-api-id: 3i95y1yx06'`,
    ],
    [
      'endpoint-zonal',
      `curl https://${vpce}-us-east-1a.execute-api.us-east-1.vpce.amazonaws.com/dev/webpage-vpc -H 'Host: ${host}'`,
    ],
    [
      'nlb-connect-to',
      `curl --connect-to ${host}:443:web-app-fargate-nlb-internal2-fdeb5f1534e02ddb.elb.us-east-1.amazonaws.com:443 https://${host}/dev/webpage-vpc`,
    ],
    [
      'nlb-host',
      `curl -k https://web-app-fargate-nlb-internal2-fdeb5f1534e02ddb.elb.us-east-1.amazonaws.com/dev/webpage-vpc -H 'Host: ${host}'`,
    ],
    [
      'nlb-header',
      `curl -k https://web-app-fargate-nlb-internal2-fdeb5f1534e02ddb.elb.us-east-1.amazonaws.com/dev/webpage-vpc -H 'x-apigw-api-id: 3i95y1yx06'`,
    ],
  ])('%s', (form, curl) => {
    expect(of(list, form).map((u) => u.curl)).toContain(curl)
  })

  test('-k only for debugging', () => {
    for (const u of urls(usEast)) expect(u.debug === true).toBe(/ -k /.test(u.curl))
  })

  test('a browser gets nothing that needs a header or an option', () => {
    const browser = urls(usEast, { caller: 'browser' })
    expect(new Set(browser.map((u) => u.form))).toEqual(new Set(['custom-domain', 'private-dns', 'alias', 'nlb']))
    for (const u of browser) expect(u.curl).toMatch(/^curl (-X \w+ )?'?http\S+$/)
  })

  test('edge exists in the commercial partition only', () => {
    const edge = (region: string) => {
      const patch: Patch = [
        { op: 'replace', path: '/resources/iyh6euenkb/endpointConfiguration', value: { type: 'EDGE' } },
      ]
      return urls(applyPatch(buildTemplate('regional-api', { region }), patch), { api: 'iyh6euenkb', from: 'internet' })
    }
    expect(edge('eu-west-1').map((u) => [u.form, u.url])).toEqual([
      ['edge', 'https://iyh6euenkb.execute-api.eu-west-1.amazonaws.com/dev/webpage-vpc'],
    ])
    expect(edge('cn-north-1')).toEqual([])
    expect(edge('us-gov-west-1')).toEqual([])
  })

  test('a plain load balancer, by port', () => {
    const doc = buildTemplate('nlb-fargate', { region: 'us-gov-west-1' })
    expect(urls(doc).map((u) => [u.form, u.url, u.best])).toEqual([
      ['nlb', 'http://web-app-fargate-nlb-internal-a91fd47048eb1ef0.elb.us-gov-west-1.amazonaws.com', true],
      ['nlb', 'http://web-app-fargate-nlb-internal-a91fd47048eb1ef0.elb.us-gov-west-1.amazonaws.com:5000', undefined],
    ])
  })
})

describe('the best form', () => {
  const doc = buildTemplate('two-api-chain', { addOns: ['us-east-1', 'custom-domain'] })
  /** Says that only these forms get through. */
  const only =
    (...words: RegExp[]): UrlOptions['trace'] =>
    (d, i) => ({
      ...nothing(d, i),
      verdict: words.some((w) => w.test(`${i.url} ${JSON.stringify(i.options)} ${JSON.stringify(i.headers)}`))
        ? 'reaches'
        : 'blocked',
    })
  const best = (trace: UrlOptions['trace'], caller: 'curl' | 'browser' = 'curl') =>
    invokeUrls(doc, { trace, caller, from: 'client-provider', api: '3i95y1yx06' })
      .filter((u) => u.best && u.path === '/webpage-vpc')
      .map((u) => u.form)

  test('private custom domain, private DNS, alias, endpoint with Host, endpoint with header, never -k', () => {
    expect(best(nothing)).toEqual(['custom-domain'])
    expect(best(only(/execute-api/))).toEqual(['private-dns'])
    expect(best(only(/-vpce-/, /vpce\.amazonaws/))).toEqual(['alias'])
    expect(best(only(/vpce\.amazonaws/))).toEqual(['endpoint-host'])
    expect(best(only(/"x-apigw/))).toEqual(['endpoint-header'])
    expect(best(only(/insecure/))).toEqual([])
    expect(best(only(/vpce\.amazonaws/), 'browser')).toEqual([])
  })

  test('exactly one for each vantage and method, through the own VPC first', () => {
    const count = new Map<string, number>()
    for (const u of urls(doc)) {
      const key = `${u.vantage} ${u.api ?? u.resource} ${u.stage} ${u.method} ${u.path}`
      count.set(key, (count.get(key) ?? 0) + (u.best ? 1 : 0))
    }
    expect(new Set(count.values())).toEqual(new Set([1]))
    const own = (from: string) =>
      invokeUrls(doc, { trace: only(/vpce\.amazonaws/), from, api: 'v944po9kjb' }).find((u) => u.best)?.resource
    expect(own('client-provider')).toBe('vpce-0d4d61b31cecd49fc')
    expect(own('client-consumer')).toBe('vpce-080de204ca78d2883')
  })

  test('asked for alone, the best ones are the same, and are found with fewer traces', () => {
    let traces = 0
    const counting: UrlOptions['trace'] = (d, i) => {
      traces++
      return only(/vpce\.amazonaws/)(d, i)
    }
    const alone = invokeUrls(doc, { trace: counting, best: true })
    const few = traces
    expect(alone).toEqual(invokeUrls(doc, { trace: counting }).filter((u) => u.best))
    expect(few).toBeLessThan((traces - few) / 2)
  })

  test('what is not known is marked with what is missing', () => {
    const ask = 'Ask the owner.'
    const unknown: UrlOptions['trace'] = (d, i) => ({
      ...nothing(d, i),
      verdict: 'unknown',
      missing: [{ resource: 'x', path: '', why: 'notInspected', ask }],
    })
    const list = invokeUrls(doc, { trace: unknown, from: 'client-provider' })
    expect(list.every((u) => u.works === 'unknown' && u.reason === ask)).toBe(true)
    expect(list.filter((u) => u.best && u.path === '/webpage-vpc').map((u) => u.form)).toEqual([
      'custom-domain',
      'private-dns',
    ])
  })
})

describe('paths', () => {
  const base = buildTemplate('private-api')
  const at = '/resources/3i95y1yx06/deployments'
  const [deployment = ''] = Object.keys(
    base.resources['3i95y1yx06']?.kind === 'restApi' ? base.resources['3i95y1yx06'].deployments : {},
  )
  const method = { authorizationType: 'NONE', integration: { type: 'MOCK' } }
  const withResources = (resources: Record<string, unknown>, more: Patch = []) =>
    applyPatch(base, [{ op: 'replace', path: `${at}/${deployment}/api/resources`, value: resources }, ...more])
  const privateDns = (doc: TopologyDocument, options: Partial<UrlOptions> = {}) =>
    of(urls(doc, { from: 'client-provider', api: '3i95y1yx06', ...options }), 'private-dns')

  test('parameters and greedy paths are filled and encoded, and the URL says what stands in it', () => {
    const doc = withResources({
      a: { path: '/orders/{orderId}', methods: { GET: method } },
      b: { path: '/files/{proxy+}', methods: { ANY: method, GET: method } },
      c: { path: '/', methods: { GET: method } },
      d: { path: '/a b/ü', methods: { GET: method } },
    })
    const origin = 'https://3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn/dev'
    expect(privateDns(doc).map((u) => [u.method, u.url, u.standsFor])).toEqual([
      ['GET', `${origin}/orders/42`, [{ name: 'orderId', value: '42', example: true }]],
      ['POST', `${origin}/files/any/path`, [{ name: 'proxy', value: 'any/path', example: true }]],
      ['GET', `${origin}/files/any/path`, [{ name: 'proxy', value: 'any/path', example: true }]],
      ['GET', `${origin}/`, undefined],
      ['GET', `${origin}/a%20b/%C3%BC`, undefined],
    ])
    const given = privateDns(doc, { params: { orderId: "a/b?c d'é", proxy: 'x y/z' } })
    expect(given.map((u) => u.url).slice(0, 3)).toEqual([
      `${origin}/orders/a%2Fb%3Fc%20d'%C3%A9`,
      `${origin}/files/x%20y/z`,
      `${origin}/files/x%20y/z`,
    ])
    expect(given[0]?.curl).toBe(`curl '${origin}/orders/a%2Fb%3Fc%20d'\\''%C3%A9'`)
    expect(given[0]?.standsFor).toEqual([{ name: 'orderId', value: "a/b?c d'é" }])
  })

  test('what the validator wants is in the call', () => {
    const wanting = {
      ...method,
      requestValidator: 'v1',
      requestParameters: {
        'method.request.querystring.q': true,
        'method.request.header.X-Tenant': true,
        'method.request.querystring.r': false,
      },
    }
    const doc = withResources({ a: { path: '/x', methods: { GET: wanting } } }, [
      {
        op: 'add',
        path: `${at}/${deployment}/api/requestValidators`,
        value: { v1: { body: false, parameters: true } },
      },
    ])
    expect(privateDns(doc, { params: { q: 'a&b' } })[0]).toMatchObject({
      url: 'https://3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn/dev/x?q=a%26b',
      headers: [{ name: 'X-Tenant', value: 'example' }],
      standsFor: [
        { name: 'q', value: 'a&b' },
        { name: 'X-Tenant', value: 'example', example: true },
      ],
    })
  })

  test('a signed method signs the Host that is sent', () => {
    const doc = withResources({ a: { path: '/x', methods: { GET: { ...method, authorizationType: 'AWS_IAM' } } } })
    const list = urls(doc, { from: 'client-provider', api: '3i95y1yx06' })
    for (const u of list)
      expect(u.curl).toContain(
        '--aws-sigv4 "aws:amz:cn-northwest-1:execute-api" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
      )
    expect(parsed(of(list, 'endpoint-host')[0]?.curl ?? '').signing?.signedHost).toBe('header')
    expect(parsed(of(list, 'private-dns')[0]?.curl ?? '').signing?.signedHost).toBe('url')
  })

  test('base path mappings and routing rules', () => {
    const domain = buildTemplate('private-api', { addOns: ['us-east-1', 'custom-domain'] })
    const map = (patch: Patch) =>
      of(urls(applyPatch(domain, patch), { from: 'client-provider' }), 'custom-domain').map((u) => [u.url, u.headers])
    const d = '/resources/private.example.com'
    expect(map([{ op: 'replace', path: `${d}/basePathMappings/0/basePath`, value: '(none)' }])[0]).toEqual([
      'https://private.example.com/webpage',
      [],
    ])
    const rule = (stripBasePath: boolean, matched: string) => ({
      priority: 1,
      conditions: [
        { matchBasePaths: { anyOf: [matched] } },
        { matchHeaders: { anyOf: [{ header: 'x-v', valueGlob: '2*' }] } },
      ],
      restApi: '3i95y1yx06',
      stage: 'dev',
      stripBasePath,
    })
    const headers = [{ name: 'x-v', value: '2' }]
    const mode = { op: 'add' as const, path: `${d}/routingMode`, value: 'ROUTING_RULE_ONLY' }
    expect(map([mode, { op: 'add', path: `${d}/routingRules`, value: [rule(true, 'shop/v2')] }])[0]).toEqual([
      'https://private.example.com/shop/v2/webpage',
      headers,
    ])
    expect(map([mode, { op: 'add', path: `${d}/routingRules`, value: [rule(false, 'webpage')] }])).toEqual([
      ['https://private.example.com/webpage', headers],
    ])
  })

  test('what AWS has not named yet is a placeholder, and is not predicted', () => {
    const doc = applyPatch(base, [
      { op: 'remove', path: '/resources/3i95y1yx06/physicalId' },
      { op: 'remove', path: '/resources/vpce-0d4d61b31cecd49fc/dnsEntries' },
    ])
    const list = urls(doc, { from: 'client-provider', api: '3i95y1yx06' })
    const host = '<id of 3i95y1yx06>.execute-api.cn-northwest-1.amazonaws.com.cn'
    expect(of(list, 'private-dns')[0]).toMatchObject({
      url: `https://${host}/dev/webpage`,
      curl: `curl 'https://${host}/dev/webpage'`,
    })
    expect(of(list, 'endpoint-host')[0]).toMatchObject({
      curl: `curl 'https://<DNS name of vpce-0d4d61b31cecd49fc>/dev/webpage' -H 'Host: ${host}'`,
      works: 'unknown',
    })
    expect(of(list, 'endpoint-host')[0]?.reason).toContain('not known yet')
  })
})
