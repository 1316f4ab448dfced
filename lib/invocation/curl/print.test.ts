import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CallOptions, Invocation } from '../invocation'
import { parseCall } from './parse'
import { printCurl } from './print'

const host = '3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn'
const call: Invocation = {
  vantage: 'client',
  method: 'GET',
  url: `https://${host}/dev/webpage`,
  headers: [],
  options: {},
}
const nlb = 'web-app-fargate-nlb-internal2-fdeb5f1534e02ddb.elb.cn-northwest-1.amazonaws.com.cn'

describe('a call as a curl command', () => {
  test.each<[string, Partial<Invocation>]>([
    [`curl https://${host}/dev/webpage`, {}],
    [
      `curl -k https://${nlb}/dev/webpage -H 'Host: ${host}'`,
      { url: `https://${nlb}/dev/webpage`, headers: [{ name: 'Host', value: host }], options: { insecure: true } },
    ],
    [
      `curl --connect-to ${host}:443:${nlb}:443 https://${host}/dev/webpage`,
      { options: { connectTo: [{ host, port: '443', toHost: nlb, toPort: '443' }] } },
    ],
    [`curl 'https://${host}/dev/a?b=1&c=%20'`, { url: `https://${host}/dev/a?b=1&c= ` }],
    [`curl -g 'https://${host}/dev/{id}'`, { url: `https://${host}/dev/{id}` }],
    [`curl -I https://${host}/dev/webpage`, { method: 'HEAD' }],
    [
      `curl -X PUT https://${host}/dev/webpage -H 'Content-Type: application/json' --data-raw '{"it'\\''s":1}'`,
      { method: 'PUT', headers: [{ name: 'Content-Type', value: 'application/json' }], body: `{"it's":1}` },
    ],
    [`curl https://${host}/dev/webpage -H Content-Type: --data-raw ''`, { method: 'POST', body: '' }],
    [
      `curl https://${host}/dev/webpage -H 'X-Empty;' -H Host:`,
      {
        headers: [
          { name: 'X-Empty', value: '' },
          { name: 'Host', value: '' },
        ],
      },
    ],
    [
      `curl https://${host}/dev/webpage -H Content-Type: --data-raw $'a\\n\\tb\\'\\\\'`,
      { method: 'POST', body: "a\n\tb'\\" },
    ],
    [
      `curl --aws-sigv4 "aws:amz:cn-northwest-1:execute-api" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" ` +
        '${AWS_SESSION_TOKEN:+-H} ${AWS_SESSION_TOKEN:+"x-amz-security-token: $AWS_SESSION_TOKEN"} ' +
        `https://${host}/dev/webpage`,
      { signing: { tool: 'curl', region: 'cn-northwest-1', service: 'execute-api', signedHost: 'url' } },
    ],
  ])('%s', (expected, change) => {
    expect(printCurl({ ...call, ...change }, { shell: 'bash', oneLine: true })).toBe(expected)
  })

  test('long commands are broken between options', () => {
    const headers = [
      { name: 'Host', value: host },
      { name: 'X-Note', value: "it's" },
    ]
    expect(printCurl({ ...call, headers }, { shell: 'bash' })).toBe(
      `curl https://${host}/dev/webpage \\\n  -H 'Host: ${host}' \\\n  -H 'X-Note: it'\\''s'`,
    )
    expect(printCurl({ ...call, headers }, { shell: 'powershell' })).toBe(
      `curl.exe https://${host}/dev/webpage \`\n  -H 'Host: ${host}' \`\n  -H 'X-Note: it''s'`,
    )
  })

  test('a session token is sent only where there is one', () => {
    const signing = { tool: 'curl', region: 'us-east-1', service: 'execute-api', signedHost: 'url' } as const
    const command = printCurl({ ...call, signing }, { shell: 'sh', oneLine: true }).replace(/^curl/, "printf '%s\\n'")
    const run = (shell: string, token: string) =>
      execFileSync(shell, ['-c', command], {
        encoding: 'utf8',
        env: {
          ...process.env,
          AWS_ACCESS_KEY_ID: 'AK',
          AWS_SECRET_ACCESS_KEY: 's k',
          AWS_SESSION_TOKEN: token,
        },
      })
        .trimEnd()
        .split('\n')
    for (const shell of ['sh', 'bash']) {
      expect(run(shell, '').slice(2)).toEqual(['--user', 'AK:s k', call.url])
      expect(run(shell, 'a b').slice(4, 6)).toEqual(['-H', 'x-amz-security-token: a b'])
    }
  })
})

// ---- printing, then parsing, gives the same call

const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,8}$/)
const asciiValue = fc.stringMatching(/^[!-~]([ -~]{0,16}[!-~])?$/)
const anyText = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.stringMatching(/^[ -~\n\t]{0,20}$/))
  .filter((t) => !t.includes('\0') && !t.includes('\r'))
const header = fc
  .record({ name: token, value: fc.oneof(fc.constant(''), asciiValue) })
  .filter((h) => !/^(host|authorization|content-type|x-amz-security-token)$/i.test(h.name))
const path = fc.stringMatching(/^(\/[!$-.0-;=@-~]{0,8}){0,3}(\?[!$-~]{0,10})?$/)
const name = fc.constantFrom(host, nlb, 'private.example.com', '10.0.11.153', '[fd00::1]', 'localhost:8443')
const seconds = fc.integer({ min: 1, max: 600 })
const version = fc.constantFrom('1.0', '1.1', '1.2', '1.3')
const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const defined = <T extends object>(value: T): T => {
  const copy = { ...value }
  for (const key of Object.keys(copy) as (keyof T)[]) if (copy[key] === undefined) delete copy[key]
  return copy
}

const options = fc
  .record({
    insecure: option(fc.constant(true)),
    followRedirects: option(fc.constant(true)),
    connectTimeout: option(seconds),
    maxTime: option(seconds),
    tlsMin: option(version),
    tlsMax: option(version),
    cacert: option(asciiValue),
    resolve: option(
      fc.constant<NonNullable<CallOptions['resolve']>>([{ host, port: 443, addresses: ['10.0.0.75', 'fd00::1'] }]),
    ),
    connectTo: option(
      fc.constantFrom<NonNullable<CallOptions['connectTo']>[]>(
        [{ host, port: '443', toHost: nlb, toPort: '443' }],
        [{ host: '', port: '', toHost: '[::1]', toPort: '' }],
      ),
    ),
  })
  .map(defined)

const invocation = fc
  .record({
    method: fc.oneof(fc.constantFrom('GET', 'HEAD', 'POST', 'DELETE'), token),
    url: fc.tuple(fc.constantFrom('http', 'https'), name, path).map(([scheme, n, p]) => `${scheme}://${n}${p}`),
    headers: fc.array(header, { maxLength: 3 }),
    host: option(fc.constantFrom(host, '')),
    type: option(fc.constantFrom('application/json', 'application/x-www-form-urlencoded')),
    authorization: option(fc.constantFrom('Bearer abc', 'token')),
    body: option(anyText),
    options,
    signed: fc.boolean(),
  })
  .map(({ host: sent, type, authorization, signed, headers, body, ...rest }): Invocation => {
    const all = [
      ...headers,
      ...(sent === undefined ? [] : [{ name: 'Host', value: sent }]),
      ...(type === undefined ? [] : [{ name: 'Content-Type', value: type }]),
      ...(authorization === undefined || signed ? [] : [{ name: 'Authorization', value: authorization }]),
    ]
    const signedHost = sent === undefined ? 'url' : 'header'
    return {
      vantage: 'client',
      ...rest,
      headers: all,
      ...(body === undefined ? {} : { body }),
      ...(signed ? { signing: { tool: 'curl', region: 'cn-north-1', service: 'execute-api', signedHost } } : {}),
    }
  })

describe('printing, then parsing', () => {
  test.each(['bash', 'sh', 'powershell'] as const)('%s', (shell) => {
    fc.assert(
      fc.property(invocation, fc.boolean(), (made, oneLine) => {
        const printed = printCurl(made, { shell, oneLine })
        const parsed = parseCall(printed, { vantage: 'client' })
        expect(parsed).toMatchObject({ ok: true, invocation: made })
        expect(parsed.ok && parsed.invocation).toEqual(made)
        if (oneLine && shell !== 'sh') expect(printed).not.toContain('\n')
      }),
      { numRuns: 200 },
    )
  })

  test('awscurl', () => {
    const made: Invocation = {
      ...call,
      headers: [{ name: 'Host', value: host }],
      signing: { tool: 'awscurl', region: 'cn-northwest-1', service: 'execute-api', signedHost: 'header' },
    }
    const printed = printCurl(made, { shell: 'bash' })
    expect(printed).toContain('awscurl --service execute-api --region cn-northwest-1 https://')
    expect(parseCall(printed, { vantage: 'client' })).toEqual({ ok: true, invocation: made, remarks: [] })
  })
})
