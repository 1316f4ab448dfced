import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { buildTemplate } from '@/lib/templates/build'
import { told } from './told'

const entries = [{ name: 'check', says: '', load: () => import('./check') }]

const call = (args: string[], stdin = '', cwd = '/') => told(['check', ...args], { stdin, cwd, entries })

const chain = JSON.stringify(buildTemplate('two-api-chain'))
const regional = JSON.stringify(buildTemplate('regional-api'))

describe('throughline check', () => {
  it('groups what it finds by rule, with page, fix and count', async () => {
    const { code, stdout } = await call(['-'], chain)
    expect(code).toBe(1)
    expect(stdout).toContain(
      'MEDIUM  open-to-any\n  3i95y1yx06/policy/text\n    The resource policy of 3i95y1yx06 admits',
    )
    expect(stdout).toContain('    Fix: Deny what does not come through vpce-0d4d61b31cecd49fc, then deploy the API\n')
    expect(stdout.endsWith('\n6 medium, 2 low, 3 info\n')).toBe(true)
  })

  it('fails from the severity on that is asked for, by default medium', async () => {
    expect((await call(['-'], regional)).code).toBe(0)
    expect((await call(['-', '--fail-on', 'low'], regional)).code).toBe(1)
    expect((await call(['-', '--fail-on', 'high'], chain)).code).toBe(0)
  })

  it('writes JSON of the contract, also of a topology with a patch on it', async () => {
    const patch = JSON.stringify([{ op: 'replace', path: '/resources/vpce-0d4d61b31cecd49fc/state', value: 'failed' }])
    const { code, stdout } = await call(['-', '--json', '--patch', patch, '--fail-on', 'high'], chain)
    expect(code).toBe(1)
    expect(JSON.parse(stdout)[0]).toMatchObject({
      rule: 'endpoint-not-available',
      severity: 'high',
      resource: 'vpce-0d4d61b31cecd49fc',
      path: '/state',
      sentence: 'vpce-0d4d61b31cecd49fc is failed: only an endpoint that is available carries calls.',
      evidence: [{ resource: 'vpce-0d4d61b31cecd49fc', path: '/state', value: 'failed' }],
      docs: expect.stringContaining('https://docs.aws.amazon.com/'),
    })
  })

  it('writes SARIF with the file as it was named, and JUnit', async () => {
    const cwd = await mkdtemp(path.join(tmpdir(), 'check-'))
    await writeFile(path.join(cwd, 'chain.json'), JSON.stringify(JSON.parse(chain), null, 2))
    const { stdout } = await call(['chain.json', '--format', 'sarif'], '', cwd)
    const [first] = JSON.parse(stdout).runs[0].results
    const { artifactLocation, region } = first.locations[0].physicalLocation
    expect([first.ruleId, artifactLocation.uri]).toEqual(['open-to-any', 'chain.json'])
    const lines = JSON.stringify(JSON.parse(chain), null, 2).split('\n')
    expect(lines[region.startLine - 1]).toContain('"text": "{\\n  \\"Version\\"')
    const report = await call(['-', '--format', 'junit'], chain)
    expect(report.stdout).toMatch(/^<\?xml[^\n]*\n<testsuites name="throughline check: [^"]*" tests="\d+" failures="6"/)
  })

  it('does not print what was accepted, and counts it', async () => {
    const accepted = ['3i95y1yx06', 'v944po9kjb'].map((resource) => ({
      rule: 'open-to-any',
      resource,
      reason: 'a demo',
    }))
    const doc = JSON.stringify({ ...buildTemplate('two-api-chain'), suppressed: accepted })
    const { stdout } = await call(['-'], doc)
    expect(stdout).not.toContain('open-to-any')
    expect(stdout.endsWith('\n4 medium, 2 low, 3 info, 2 suppressed\n')).toBe(true)
  })

  it('runs as the workflow of the docs has it', async () => {
    const page = await readFile(path.join(import.meta.dirname, '../../docs/github-actions.md'), 'utf8')
    const [, workflow = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? []
    const steps: { run?: string }[] = parse(workflow).jobs.chain.steps
    const lines = steps.flatMap(({ run: line }) => (line === undefined ? [] : [line]))
    expect(lines).toHaveLength(2)
    const [, words = ''] = /bin\/throughline check \S+ (.*) > findings\.sarif$/.exec(lines[0] ?? '') ?? []
    expect(await call(['-', ...words.split(' ')], chain)).toMatchObject({ code: 0, stderr: '' })
    expect(lines[1]).toMatch(/bin\/throughline test network\/calls\.json$/)
  })

  it('ends with 2 for a wrong word or a file that is no topology', async () => {
    expect(await call([])).toMatchObject({ code: 2, stderr: expect.stringContaining('check takes one FILE') })
    expect(await call(['-', '--fail-on', 'severe'], chain)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--fail-on takes high, medium, low, info, not severe'),
    })
    expect(await call(['-', '--format', 'xml'], chain)).toMatchObject({ code: 2 })
    expect(await call(['-'], '{}')).toMatchObject({ code: 2, stderr: expect.stringContaining('is no topology') })
  })
})
