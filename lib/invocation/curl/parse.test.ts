import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCall } from './parse'

const host = '3i95y1yx06.execute-api.cn-northwest-1.amazonaws.com.cn'
const url = `https://${host}/dev/webpage`
const vpce = 'https://vpce-0d4d61b31cecd49fc-rsnonbkv.execute-api.cn-northwest-1.vpce.amazonaws.com.cn/dev/webpage'

const read = (text: string, signsHostOf?: 'url' | 'header') => {
  const result = parseCall(text, { vantage: 'client', signsHostOf })
  if (!result.ok) throw new Error(`${result.at}: ${result.says}`)
  return result
}
const call = (text: string) => {
  const { vantage: _, ...rest } = read(text).invocation
  return rest
}
const says = (text: string) => read(text).remarks.map((r) => [text.slice(r.at, r.at + r.length), r.says])
const form = { name: 'Content-Type', value: 'application/x-www-form-urlencoded' }
const json = { name: 'Content-Type', value: 'application/json' }

describe('the guide', () => {
  const guide: { curl: string }[] = JSON.parse(readFileSync(path.join('cases', 'guide-curls.json'), 'utf8'))
  test.each(guide.map((g) => g.curl))('%s', (curl) => {
    expect(read(curl).remarks).toEqual([])
  })
})

describe('one call', () => {
  test.each<[string, object]>([
    [`curl -v ${vpce} -H 'Host: ${host}'`, { url: vpce, headers: [{ name: 'Host', value: host }] }],
    [
      `curl ${vpce} -H'x-apigw-api-id:3i95y1yx06'`,
      { url: vpce, headers: [{ name: 'x-apigw-api-id', value: '3i95y1yx06' }] },
    ],
    [`curl -skXPUT ${url}`, { method: 'PUT', options: { insecure: true } }],
    [`curl --insec --no-insecure --heade a:b -X DELETE -- ${url}`, { method: 'DELETE', options: {} }],
    [`curl --request=PATCH --url=${url}`, { method: 'PATCH', url }],
    [`curl -d a=1 -d b=2 ${url}`, { method: 'POST', body: 'a=1&b=2', headers: [form] }],
    [`curl -d a=1 -H 'content-type: text/plain' ${url}`, { headers: [{ name: 'content-type', value: 'text/plain' }] }],
    [`curl -d a=1 -H 'Content-Type:' ${url}`, { method: 'POST', headers: [] }],
    [`curl --data-raw @a --data-urlencode 'n=b c&d' ${url}`, { body: '@a&n=b+c%26d' }],
    [
      `curl --json '{"a":1}' ${url}`,
      { method: 'POST', body: '{"a":1}', headers: [json, { name: 'Accept', value: 'application/json' }] },
    ],
    [`curl -G -d a=1 '${url}?z'`, { method: 'GET', url: `${url}?z&a=1`, headers: [] }],
    [`curl --url-query 'b=c d' ${url}`, { url: `${url}?b=c+d` }],
    [`curl -I ${url}`, { method: 'HEAD' }],
    [
      `curl -L -m 5 --connect-timeout 1.5 ${url}`,
      { options: { followRedirects: true, maxTime: 5, connectTimeout: 1.5 } },
    ],
    [
      `curl --tlsv1.3 --tls-max 1.2 --cacert ca.pem ${url}`,
      { options: { tlsMin: '1.3', tlsMax: '1.2', cacert: 'ca.pem' } },
    ],
    [
      `curl --resolve ${host}:443:10.0.11.153,[fd00::1] ${url}`,
      { options: { resolve: [{ host, port: 443, addresses: ['10.0.11.153', 'fd00::1'] }] } },
    ],
    [
      `curl --connect-to ${host}:443:nlb.example:443 --connect-to ::[::1]: ${url}`,
      {
        options: {
          connectTo: [
            { host, port: '443', toHost: 'nlb.example', toPort: '443' },
            { host: '', port: '', toHost: '[::1]', toPort: '' },
          ],
        },
      },
    ],
    [`curl -u name:pass ${url}`, { headers: [{ name: 'Authorization', value: 'Basic bmFtZTpwYXNz' }] }],
    [
      `curl -A me -e from -r 0-9 ${url}`,
      {
        headers: [
          { name: 'User-Agent', value: 'me' },
          { name: 'Referer', value: 'from' },
          { name: 'Range', value: 'bytes=0-9' },
        ],
      },
    ],
    [`curl --oauth2-bearer t ${url}`, { headers: [{ name: 'Authorization', value: 'Bearer t' }] }],
    [`curl https://[::1]:8443/x`, { url: 'https://[::1]:8443/x' }],
    [`curl -g '${url}/{id}'`, { url: `${url}/{id}` }],
    [`curl '${url}/ä?q=ü'`, { url: `${url}/%C3%A4?q=%C3%BC` }],
    [`curl --path-as-is ${url}/../x`, { url: `${url}/../x` }],
    [url, { url, method: 'GET' }],
    [`POST ${url}?a=1&b=2`, { url: `${url}?a=1&b=2`, method: 'POST' }],
  ])('%s', (text, expected) => {
    expect(call(text)).toMatchObject(expected)
  })
})

describe('signed calls', () => {
  const signing = { region: 'cn-northwest-1', service: 'execute-api' }
  test('curl signs the Host that it sends, and keeps no key', () => {
    const text = `curl --aws-sigv4 'aws:amz:cn-northwest-1:execute-api' --user "AKIA:secret" -H "X-Amz-Security-Token: tok" ${vpce} -H 'Host: ${host}'`
    expect(call(text)).toMatchObject({
      headers: [{ name: 'Host', value: host }],
      signing: { tool: 'curl', signedHost: 'header', ...signing },
    })
    expect(JSON.stringify(read(text))).not.toMatch(/AKIA|secret|tok/)
  })

  test('a literal signature is kept as what it is made for only', () => {
    const header = (signature: string) =>
      `curl ${url} -H 'Authorization: AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260101/cn-northwest-1/execute-api/aws4_request, SignedHeaders=host, Signature=${signature}'`
    expect(call(header('0000'))).toMatchObject({ headers: [], signing: { tool: 'header', wrong: true, ...signing } })
    expect(call(header('ab'.repeat(32))).signing).toEqual({ tool: 'header', signedHost: 'url', ...signing })
  })

  test('scope left out is taken from the URL, as curl does', () => {
    expect(call(`curl --aws-sigv4 aws:amz -u a:b ${url}`).signing).toMatchObject({
      region: 'execute-api',
      service: '3i95y1yx06',
    })
  })

  test('awscurl signs the Host or the host of the URL, as its user says', () => {
    const text = `awscurl ${vpce} -H 'Host: ${host}'`
    expect(read(text).invocation.signing).toEqual({ tool: 'awscurl', signedHost: 'header', ...signing })
    expect(read(text, 'url').invocation.signing?.signedHost).toBe('url')
    expect(call(`awscurl --region us-east-1 ${url}`)).toMatchObject({
      headers: [{ name: 'Accept', value: 'application/xml' }, json],
      signing: { region: 'us-east-1', signedHost: 'url' },
    })
  })
})

describe('what is not honoured is said where it stands', () => {
  test.each<[string, [string, RegExp][]]>([
    [`curl -x http://proxy:3128 ${url}`, [['-x http://proxy:3128', /proxy/]]],
    [
      `curl ${url} -b 'a=b' -F x=@y`,
      [
        ["-b 'a=b'", /cookies/],
        ['-F x=@y', /multipart/],
      ],
    ],
    [`curl ${url} -d @body.json`, [['-d @body.json', /file/]]],
    [`curl ${url}?a=1&b=2`, [['&', /quotes/]]],
    [`curl ${url} | jq .`, [['|', /handed on/]]],
    [`curl ${url}\n<html>`, [['\n', /first command/]]],
    [
      `curl "${url}/$ID" -H "Authorization: Bearer $(token)"`,
      [
        ['$ID', /fills in/],
        ['$(token)', /fills in/],
      ],
    ],
    [`curl ${url} $MORE`, [['$MORE', /left out/]]],
    [`curl ${url} ${vpce}`, [[vpce, /first URL/]]],
    [`curl '${url}/{a,b}'`, [[`'${url}/{a,b}'`, /several/]]],
    [
      `curl ${url}/a/../b#c`,
      [
        [`${url}/a/../b#c`, /# is not sent/],
        [`${url}/a/../b#c`, /path as \/dev\/webpage\/b/],
      ],
    ],
    [
      `https_proxy=http://p curl --json=1 ${url} --next x <in`,
      [
        ['https_proxy=http://p', /before curl/],
        ['--json=1', /8\.16/],
        ['--next', /another call/],
        ['<in', /elsewhere/],
      ],
    ],
    [
      `curl -H 'Host: a' -H 'Host: b' -H 'Host:' ${url}`,
      [
        ["-H 'Host: b'", /first Host/],
        ["-H 'Host:'", /no Host/],
      ],
    ],
    [`curl ${host}/dev`, [[`${host}/dev`, /http:\/\//]]],
    [`${host}/dev`, [[`${host}/dev`, /https:\/\//]]],
    [
      `curl -u "$A:$B" ${url} -E me.pem -6`,
      [
        ['-E me.pem', /certificate/],
        ['-6', /IPv6/],
      ],
    ],
  ])('%s', (text, expected) => {
    const found = says(text)
    expect(found.map(([at]) => at)).toEqual(expected.map(([at]) => at))
    for (const [i, [, pattern]] of expected.entries()) expect(found[i]?.[1]).toMatch(pattern)
  })
})

describe('what is no call', () => {
  test.each<[string, number, RegExp]>([
    ['', 0, /Nothing stands here/],
    ['wget https://x', 0, /begins with wget/],
    ['aws apigateway test-invoke-method --rest-api-id x', 0, /console/],
    ['curl', 4, /no URL/],
    [`curl '${url}`, 5, /single quote/],
    [`curl --frobnicate ${url}`, 5, /no option --frobnicate/],
    [`curl --insecur ${url} --hedaer x`, 5 + 10 + url.length + 1, /--header is near/],
    [`curl --da x ${url}`, 5, /--data or|may be/],
    [`curl ${url} -H`, 6 + url.length, /wants a value/],
    [`curl 'https://h/a b'`, 5, /blank/],
    [`curl 'https://h/{a'`, 5, /list/],
    ['curl ftp://h/x', 5, /ftp/],
    [`curl -I -d x ${url}`, 13, /refuses/],
    ['curl https:///x', 5, /no host/],
  ])('%s', (text, at, pattern) => {
    const result = parseCall(text, { vantage: 'client' })
    expect(result).toMatchObject({ ok: false, at })
    expect(result.ok ? '' : result.says).toMatch(pattern)
  })
})

test('whatever is pasted is read or refused with a position inside it', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'curl',
      'curl.exe',
      ' ',
      '\n',
      "'",
      '"',
      '\\',
      '`',
      '^',
      '$',
      '$(',
      '${',
      '{',
      '[',
      ']',
      '-H',
      '-d',
      '--',
      '@',
      '&',
      '|',
      '>',
    ),
    fc.constantFrom(
      url,
      'Host: a',
      '--resolve',
      'a:443:1',
      '--connect-to',
      '::b:',
      '-u',
      '--aws-sigv4',
      'aws:amz',
      '%',
      '#',
      'PS C:\\> ',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('')
      const result = parseCall(text, { vantage: 'client' })
      const spans = result.ok ? result.remarks : [{ at: result.at, length: 0 }]
      for (const { at, length } of spans) {
        expect(at).toBeGreaterThanOrEqual(0)
        expect(at + length).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 800 },
  )
})
