import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printCurl } from '@/lib/invocation/curl/print'
import { buildTemplate } from '@/lib/templates/build'
import type { Outcome } from '@/lib/trace/trace'
import type { InvokeUrl } from '@/lib/urls/invokeUrl'
import { invokeUrls } from '@/lib/urls/invokeUrls'
import { formats } from '.'

const document = buildTemplate('private-api')
const write = (name: string, calls: readonly InvokeUrl[]) =>
  formats.find((f) => f.name === name)?.write({ document, calls }) ?? ''

const outcome: Outcome = { kind: 'response', status: 403, body: '{"message":"Forbidden"}' }
const predicted = invokeUrls(document, {
  outcomes: true,
  trace: (_doc, invocation) => ({
    invocation,
    verdict: 'blocked',
    outcome,
    hops: [],
    blockers: [],
    blockersComplete: true,
    fixes: [],
  }),
})

let server: Server
let origin: string
beforeAll(async () => {
  server = createServer((request, response) => {
    const status = Number(/^\/(\d{3})/.exec(request.url ?? '')?.[1] ?? 200)
    response.writeHead(status).end(`${request.method} ${request.headers.host} ${request.headers['x-a'] ?? ''}\n`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => {
  server.close()
})

const call = (url: string, expected?: Outcome, headers: InvokeUrl['headers'] = [], vantage = 'client'): InvokeUrl => ({
  resource: 'api',
  api: 'api',
  stage: 'dev',
  method: 'GET',
  path: '/x',
  form: 'private-dns',
  vantage,
  url,
  headers,
  curl: printCurl({ vantage, method: 'GET', url, headers, options: {} }, { shell: 'bash', oneLine: true }),
  works: true,
  ...(expected ? { outcome: expected } : {}),
})

const file = (script: string) => {
  const name = path.join(mkdtempSync(path.join(tmpdir(), 'calls-')), 'calls.sh')
  writeFileSync(name, script)
  return name
}

const run = (script: string, ...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile('sh', [file(script), ...args], (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })

describe('shell script', () => {
  test('prints prediction and answer side by side, and exits 0 when all agree', async () => {
    const host = { name: 'Host', value: 'a.example' }
    const { code, out, err } = await run(
      write('sh', [
        call(`${origin}/200`, { kind: 'response', status: 200, body: 'GET a.example it\'s "x"' }, [
          host,
          { name: 'x-a', value: 'it\'s "x"' },
        ]),
        call(`${origin}/403`, { kind: 'response', status: 403, body: 'no', bodyAlso: ['GET a.example'] }, [host]),
        call(`${origin}/404`, { kind: 'response', status: 404, bodyContains: 'a.exam' }, [host]),
        call(`${origin}/418`, { kind: 'response' }),
        call('http://127.0.0.1:1/', { kind: 'refused' }),
        call('http://name.invalid/', { kind: 'unknown', candidates: [{ kind: 'timeout' }, { kind: 'dns' }] }),
        call(`${origin}/200`, { kind: 'unknown' }),
      ]),
    )
    expect(err).toBe('')
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^ok {7}GET api\/dev\/x by private-dns +predicted 200 +came 200$/),
      expect.stringMatching(/^ok .*predicted 403 +came 403$/),
      expect.stringMatching(/^ok .*predicted 404 +came 404$/),
      expect.stringMatching(/^ok .*predicted an answer +came 418$/),
      expect.stringMatching(/^ok .*predicted curl exit 7\/35\/52\/56 +came curl exit 7$/),
      expect.stringMatching(/^ok .*predicted curl exit 28 or curl exit 6 +came curl exit 6$/),
      expect.stringMatching(/^- .*predicted not known +came 200$/),
    ])
    expect(code).toBe(0)
  })

  test.each<[string, Outcome]>([
    ['/200', { kind: 'response', status: 403 }],
    ['/200', { kind: 'response', status: 200, body: 'another' }],
    ['/200', { kind: 'response', status: 200, bodyContains: 'another' }],
    ['/200', { kind: 'timeout' }],
  ])('exits 1 when %s differs from %j', async (at, expected) => {
    const { code, out } = await run(
      write('sh', [call(origin + at, expected), call(`${origin}/200`, { kind: 'response', status: 200 })]),
    )
    expect(out).toMatch(/^DIFFERS .*\n.*GET 127.0.0.1.*\nok /)
    expect(code).toBe(1)
  })

  test('without predictions it only calls', async () => {
    const { code, out } = await run(write('sh', [call(`${origin}/200`), call(`${origin}/404`)]))
    expect(out.match(/GET 127/g)).toHaveLength(2)
    expect(code).toBe(0)
  })

  test('with several places to call from, the place is its argument', async () => {
    const script = write('sh', [
      call(`${origin}/200?a=1&b=2`, { kind: 'response', status: 200 }, [], 'a b'),
      call(`${origin}/404`, outcome, [], 'c'),
    ])
    expect((await run(script, 'a b')).code).toBe(0)
    expect((await run(script, 'c')).code).toBe(1)
    const wrong = await run(script)
    expect(wrong.code).toBe(2)
    expect(wrong.err).toMatch(/^usage: sh .*calls\.sh a b \| c\n$/)
  })

  test('every call of the guide stands in it as curl would get it', async () => {
    const mine = predicted.filter((u) => u.vantage === 'client-provider')
    const script = write(
      'sh',
      mine.map(({ outcome: _, ...u }) => u),
    )
    // A function in place of curl shows the arguments that the shell makes.
    const { out } = await run(script.replace('\n\n', `\n\ncurl() { printf '%s\\n' "$@"; }\n`))
    for (const u of mine) expect(out).toContain(`${u.url}\n`)
  })

  test.skipIf(spawnSync('shellcheck', ['--version']).error !== undefined)('shellcheck finds nothing', () => {
    for (const calls of [predicted, predicted.slice(0, 3), predicted.map(({ outcome: _, ...u }) => u)]) {
      const { stdout, status } = spawnSync('shellcheck', ['-s', 'sh', file(write('sh', calls))], { encoding: 'utf8' })
      expect(stdout).toBe('')
      expect(status).toBe(0)
    }
  })
})

describe('.http', () => {
  test('one request a call, with its headers, prediction and what the editor has to be told', () => {
    const text = write(
      'http',
      predicted.filter((u) => u.vantage === 'client-provider' && u.path === '/webpage'),
    )
    expect(
      text,
    ).toContain(`### GET 3i95y1yx06/dev/webpage by endpoint-host through vpce-0d4d61b31cecd49fc from client-provider
# Predicted: 403
# @no-redirect
GET https://vpce-0d4d61b31cecd49fc-rsnonbkv.execute-api.cn-northwest-1.vpce.amazonaws.com.cn/dev/webpage
Host: 3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn
`)
    expect(text.match(/^### /gm)).toHaveLength(text.match(/^GET https/gm)?.length ?? 0)
  })

  test('a signed call takes its key from the environment, a -k is said, --connect-to has no form', () => {
    const api = 'a.execute-api.us-east-1.amazonaws.com'
    const signed = `curl --aws-sigv4 "aws:amz:us-east-1:execute-api" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" -k https://${api}/`
    const text = write('http', [
      { ...call(`https://${api}/`), curl: signed },
      { ...call(`https://${api}/`), curl: `curl --connect-to ${api}:443:nlb:443 https://${api}/` },
    ])
    expect(text).toContain(
      'Authorization: AWS {{AWS_ACCESS_KEY_ID}} {{AWS_SECRET_ACCESS_KEY}} token:{{AWS_SESSION_TOKEN}} region:us-east-1 service:execute-api',
    )
    expect(text).toContain('turn its verification off')
    expect(text).toContain(`# curl --connect-to ${api}:443:nlb:443`)
    expect(text.match(/^GET /gm)).toHaveLength(1)
  })
})

test('json is the document', () => {
  expect(JSON.parse(write('json', []))).toEqual(document)
})
