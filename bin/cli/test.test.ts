import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { told } from './told'

const entries = [{ name: 'test', says: '', load: () => import('./test') }]

const call = (args: string[], cwd: string, stdin = '') => told(['test', ...args], { stdin, cwd, entries })

const nlb = 'web-app-fargate-nlb-internal-a91fd47048eb1ef0.elb.cn-northwest-1.amazonaws.com.cn'
const reaches = { id: 'opens', group: 'service', from: 'client-provider', curl: `curl http://${nlb}/` }
const good = { ...reaches, expect: { verdict: 'reaches', outcome: { kind: 'response', status: 200 } } }
const closed = {
  ...reaches,
  id: 'group-closed',
  patch: [{ op: 'replace', path: '/resources/sg-0a0000000000ec501/ipPermissions', value: [] }],
  expect: {
    verdict: 'blocked',
    outcome: { kind: 'timeout' },
    hop: 'security-group',
    resource: 'sg-0a0000000000ec501',
  },
}
const wrong = { ...good, id: 'wrong', expect: { verdict: 'blocked', outcome: { kind: 'timeout' } } }
const file = (cases: unknown[], topology: unknown = { template: 'nlb-fargate' }) => JSON.stringify({ topology, cases })

describe('throughline test', () => {
  it('passes cases of a file on standard input, as text and as JSON', async () => {
    const { code, stdout } = await call(['-'], '/', file([good, closed]))
    expect(code).toBe(0)
    expect(stdout.endsWith('2 passed, 0 failed\n')).toBe(true)
    const answer = await call(['-', '--json'], '/', file([good, closed]))
    expect(JSON.parse(answer.stdout)).toMatchObject({
      score: { all: { total: 2, passed: 2 } },
      results: [
        { id: 'opens', grade: 'match' },
        { id: 'group-closed', got: { decidedBy: { hop: 'security-group' } } },
      ],
    })
  })

  it('takes every .json file of a folder, and a topology beside its file', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'cases-'))
    await mkdir(path.join(root, 'cases'))
    await writeFile(path.join(root, 'chain.json'), JSON.stringify(buildTemplate('nlb-fargate')))
    await writeFile(path.join(root, 'cases', 'a.json'), file([good], '../chain.json'))
    await writeFile(path.join(root, 'cases', 'notes.md'), 'not read')
    expect(await call(['cases'], root)).toMatchObject({ code: 0, stdout: expect.stringContaining('1 passed') })
  })

  it('ends with 1 when a case fails, and says what differs', async () => {
    const { code, stdout } = await call(['-'], '/', file([good, wrong]))
    expect(code).toBe(1)
    expect(stdout).toContain('FAIL wrong (service, documented) CONFIDENTLY WRONG: verdict reaches (response 200)')
  })

  it('writes SARIF with the line of each case that differs, and JUnit with every case', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'cases-'))
    const text = JSON.stringify(JSON.parse(file([good, wrong, { ...good, id: 'only', use: 'explain-only' }])), null, 1)
    await writeFile(path.join(root, 'a.json'), text)
    const { code, stdout } = await call(['a.json', '--format', 'sarif'], root)
    expect(code).toBe(1)
    const line = text.split('\n').findIndex((l) => l.includes('"wrong"'))
    expect(JSON.parse(stdout).runs[0].results).toMatchObject([
      {
        ruleId: 'case.fail',
        level: 'error',
        message: { text: expect.stringContaining('wrong: confidently wrong: verdict reaches') },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'a.json' }, region: { startLine: line } } }],
      },
    ])
    const report = await call(['a.json', '--format', 'junit'], root)
    expect(report.code).toBe(1)
    expect(report.stdout).toContain('<testsuites name="throughline test" tests="3" failures="1" skipped="1">')
    expect(report.stdout).toContain('<testcase name="opens" classname="service"/>')
    expect(await call(['a.json', '--format', 'xml'], root)).toMatchObject({ code: 2 })
  })

  it('ends with 2 for a file, a template, a patch, a vantage or a call that cannot be read', async () => {
    expect(await call([], '/')).toMatchObject({ code: 2, stderr: expect.stringContaining('at least one file') })
    expect(await call(['-'], '/', '{}')).toMatchObject({ code: 2, stderr: expect.stringContaining('/topology') })
    const template = await call(['-'], '/', file([], { template: 'nlb-fargat' }))
    expect(template).toMatchObject({ code: 2, stderr: expect.stringContaining('nlb-fargate') })
    for (const [broken, says] of [
      [{ ...good, patch: [{ op: 'remove', path: '/resources/nobody' }] }, 'there is no "nobody"'],
      [{ ...good, from: 'nobody' }, 'No resource "nobody"'],
      [{ ...good, curl: 'wget http://a/' }, 'begins with wget'],
    ] as const)
      expect(await call(['-'], '/', file([broken]))).toMatchObject({ code: 2, stdout: expect.stringContaining(says) })
  })
})
