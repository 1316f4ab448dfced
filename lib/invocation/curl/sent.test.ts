import { execFile, spawnSync } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseCall } from './parse'

/** What the real curl sends, beside what is read from the same command. */
const noCurl = spawnSync('curl', ['--version']).error !== undefined

interface Sent {
  method: string
  path: string
  headers: [string, string][]
  body: string
}

let server: Server
let port = 0
let sent: Sent | undefined
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      const { rawHeaders } = request
      const headers = rawHeaders.flatMap((name, i): [string, string][] =>
        i % 2 === 0 ? [[name.toLowerCase(), rawHeaders[i + 1] ?? '']] : [],
      )
      // Of several calls, the first.
      sent ??= { method: request.method ?? '', path: request.url ?? '', headers, body }
      response.end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(() => {
  server.close()
})

/** Headers that curl adds to every call, or that hang on the body alone. */
const own = new Set([
  'user-agent',
  'accept',
  'content-length',
  'transfer-encoding',
  'expect',
  'x-amz-date',
  'authorization',
])

async function real(command: string): Promise<Sent | undefined> {
  sent = undefined
  await new Promise<void>((done) => {
    execFile('bash', ['-c', `${command} -s -o /dev/null --connect-to ::127.0.0.1:${port}`], () => done())
  })
  return sent
}

const url = 'http://api.example/dev/x'

describe.skipIf(noCurl)('curl sends what is read', () => {
  test.each([
    `curl ${url}`,
    `curl ${url} -H 'Host: other.example' -H'x-apigw-api-id:3i95y1yx06'`,
    `curl ${url} -H 'Host: a' -H 'Host: b'`,
    `curl ${url} -H 'X-Empty;' -H 'Accept:' -H 'nonsense' -H 'X-Sp:   a b  '`,
    `curl ${url} -d a=1 -d 'b=2 3' --data-urlencode 'c=d e&f' --data-urlencode '=g/h' --data-raw @i`,
    `curl ${url} -d a=1 -H 'Content-Type:'`,
    `curl ${url} -d a=1 -H 'content-TYPE: text/x'`,
    `curl ${url} --json '{"a":1}' --json '{"b":2}'`,
    `curl ${url} --json '{"a":1}' -H 'Content-Type: x/y'`,
    `curl '${url}?q=1' -G -d a=1 --url-query 'b=c d' --url-query +raw`,
    `curl '${url}?' -G -d a=1`,
    `curl '${url}?q=1' --url-query 'b=c d' --url-query +raw`,
    `curl -XPUT -d '' ${url}`,
    `curl -I ${url}`,
    `curl -I -G -d a=1 ${url}`,
    `curl -u user:pass ${url}`,
    `curl http://us%20er:p@api.example/x`,
    `curl --oauth2-bearer tok ${url} -A agent -e from -r 1-2`,
    `curl '${url}/{a,b}/[3-9]'`,
    `curl -g '${url}/{a,b}'`,
    `curl '${url}/a\\{b'`,
    `curl '${url}/./a/../b/?x=/../y#frag'`,
    `curl --path-as-is '${url}/../y'`,
    `curl ${url}/..`,
    `curl '${url}?a=|"<>^'`,
    `curl $'${url}?a=\\x41' "-HX-A: b\\"c" -H X-B:\\ d`,
    `curl -skXDELETE ${url}`,
    `curl --reques-target /z ${url} --insec`,
    `curl api.example:8080/x`,
    `curl -H 'X-A: 1' -H 'X-A: 2' ${url}`,
    `curl ${url} -T /dev/null -H 'Expect:'`,
    `curl --aws-sigv4 aws:amz:us-east-1:execute-api -u a:b -H 'Host: signed.example' ${url}`,
  ])('%s', async (command) => {
    const read = parseCall(command, { vantage: 'x' })
    const seen = await real(command)
    if (!read.ok) {
      expect(seen, read.says).toBeUndefined()
      return
    }
    const { method, url: called, headers, body } = read.invocation
    const [, host = '', path = ''] = /^http:\/\/([^/?]*)(.*)$/.exec(called) ?? []
    expect(seen?.method).toBe(method)
    // --request-target is said to be left out.
    if (!command.includes('reques')) expect(seen?.path).toBe(path.startsWith('/') ? path : `/${path}`)
    expect(seen?.body).toBe(method === 'PUT' && body === undefined ? seen?.body : (body ?? ''))
    const ours = headers.map((h): [string, string] => [h.name.toLowerCase(), h.value])
    if (!ours.some(([name]) => name === 'host')) ours.unshift(['host', host])
    const given = new Set(ours.map(([name]) => name))
    const theirs = (seen?.headers ?? []).filter(([name]) => given.has(name) || !own.has(name))
    const trimmed = (list: [string, string][]) => list.map(([n, v]) => `${n}: ${v.trim()}`).sort()
    expect(trimmed(theirs)).toEqual(trimmed(ours))
  })
})
