import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { causes } from './causes'
import { causeIds } from './causes/ids'
import { explain } from './explain'
import { pasteMax } from './paste/clean'

const folder = path.resolve('cases/oracle/curl-outputs')
const transcripts = readdirSync(folder)
  .filter((name) => name.startsWith('out-'))
  .map((name) => readFileSync(path.join(folder, name, 'input.txt'), 'utf8'))
const doc = buildTemplate('two-api-chain')
const timeMax = 1_000

/** Explains, and fails where it takes a second. */
function quick(text: string) {
  const started = Date.now()
  const explained = explain(text, { doc })
  expect(Date.now() - started).toBeLessThan(timeMax)
  return explained
}

/** What logs and terminals are made of, in any order. */
const scrap = fc.constantFrom(
  ...[
    'curl ',
    'curl -v https://a.execute-api.eu-west-1.amazonaws.com/x',
    '\n',
    '* Trying 10.0.0.1:443...',
    '< HTTP/1.1 403',
  ],
  ...[
    '{"message":',
    '"Forbidden"}',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '\\',
    '^',
    '`',
    '$(',
    '> GET / HTTP/1.1',
    'nslookup a.b',
  ],
  ...[
    'curl: (28) ',
    'Address: ',
    'Server:',
    '\u001b[31m',
    ';; ANSWER',
    '(00000000-0000-0000-0000-000000000000) ',
    '%',
    '\t',
    ' ',
  ],
  ...[
    'Execution failed due to ',
    'Received response. Status: 403',
    'Traceback',
    'x509: ',
    'aws ec2 describe-',
    '#',
    '403',
    ': ',
  ],
)

describe('any text at all', () => {
  it('is explained without an error, within a second', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 3_000, unit: 'binary' }),
          fc.array(fc.oneof(scrap, fc.string({ maxLength: 12 })), { maxLength: 300 }).map((parts) => parts.join('')),
        ),
        (text) => {
          for (const { causes: found, rulesOut } of quick(text).calls) {
            const out = new Set(rulesOut.flatMap((o) => o.causes))
            expect(found.filter((c) => out.has(c.id))).toEqual([])
            expect(found.every((c) => c.tellApart.command !== '' && !/\{\w+\}/.test(c.sentence))).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('may be a transcript cut anywhere, or two of them in one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...transcripts),
        fc.constantFrom(...transcripts),
        fc.nat(),
        fc.nat(),
        (a, b, i, j) => {
          quick(a.slice(i % a.length))
          quick(a.slice(0, i % a.length))
          quick(`${a.slice(0, i % a.length)}\n${b.slice(j % b.length)}`)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('may be as long as it likes', () => {
    for (const piece of [
      '{',
      '[{"',
      'curl ',
      'curl \\\n',
      '"',
      '* ',
      '{"message":',
      'a.',
      '\\',
      '$ ',
      '0',
      ' ',
      'x=',
      "curl 'a",
    ])
      quick(piece.repeat(Math.ceil((pasteMax * 2) / piece.length)))
    for (const transcript of transcripts) quick(transcript.repeat(60))
  })
})

describe('secrets of a paste', () => {
  const host = 'q8w7e6r5t4.execute-api.eu-west-1.amazonaws.com'
  const secret = fc.stringMatching(/^[A-Za-z0-9]{20,40}$/).filter((s) => /\d/.test(s))
  const places: ((s: string) => string)[] = [
    (s) => `$ curl -H 'x-api-key: ${s}' https://${host}/dev/x\n403 {"message":"Forbidden"}`,
    (s) => `$ curl -H 'Authorization: Bearer ${s}' https://${host}/dev/x\n{"message":"Unauthorized"}`,
    (s) => `$ curl -H "Cookie: session=${s}" "https://${host}/dev/x?token=${s}"\n{"message":"Forbidden"}`,
    (s) => `$ curl --user 'me:${s}' https://${host}/dev/x\n{"message":"Missing Authentication Token"}`,
    (s) =>
      `> GET /dev/x HTTP/1.1\n> Host: ${host}\n> X-Api-Key: ${s}\n>\n< HTTP/1.1 403 Forbidden\n<\n{"message":"Forbidden"}`,
    (s) => `{"message":"The request signature we calculated does not match … x-amz-security-token:${s}\\n"}`,
    (s) =>
      `export AWS_SECRET_ACCESS_KEY=${s}\n$ curl https://${host}/dev/x\n{"message":"Forbidden","secretKey":"${s}"}`,
    (s) =>
      `https_proxy=http://me:${s}@proxy.example.org:3128\n$ curl https://${host}/dev/x\n< HTTP/1.1 403\n< Via: ${host}\n`,
    (s) =>
      `requests.get("https://${host}/dev/x", headers={"x-api-key": "${s}"})\nrequests.exceptions.ReadTimeout: Read timed out`,
  ]

  it('never come out', () => {
    fc.assert(
      fc.property(secret, fc.nat({ max: places.length - 1 }), (value, at) => {
        const paste = places[at]?.(value) ?? ''
        const explained = quick(paste)
        expect(explained.calls.length).toBeGreaterThan(0)
        expect(JSON.stringify(explained)).not.toContain(value)
      }),
      { numRuns: 200 },
    )
  })
})

describe('causes', () => {
  it('are all there, one file each, each with its sentences and its page', () => {
    expect(causes.map((c) => c.id)).toEqual([...causeIds])
    for (const { says, docs } of causes) {
      expect(Object.values(says).every((s) => /^[A-Z{].*\.$/.test(s))).toBe(true)
      expect(docs).toMatch(/^https:\/\//)
    }
  })
})
