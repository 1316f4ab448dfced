import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { told } from './told'

const design = buildTemplate('private-api')
let cwd: string

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'throughline-drift-'))
  await writeFile(path.join(cwd, 'design.json'), JSON.stringify(design))
})
afterEach(() => rm(cwd, { recursive: true }))

async function drift(live: unknown, ...args: string[]) {
  await writeFile(path.join(cwd, 'live.json'), JSON.stringify(live))
  const { code, stdout, stderr } = await told(['drift', 'design.json', 'live.json', ...args], { cwd })
  return { code, out: stdout, err: stderr }
}

const shut = JSON.parse(JSON.stringify(design))
shut.resources['sg-0a0000000000e9001'].ipPermissions = []

test('says what a difference does to the calls, and exits with 1', async () => {
  const { code, out } = await drift(shut)
  expect(code).toBe(1)
  expect(out).toMatch(
    /^blocks a call: ~ sg-0a0000000000e9001\/ipPermissions: .* -> \[\]\n {4}from client-provider: curl /,
  )
  const [first] = JSON.parse((await drift(shut, '--json')).out)
  expect(first).toMatchObject({
    resource: 'sg-0a0000000000e9001',
    path: '/ipPermissions',
    op: 'replace',
    after: [],
    effect: 'blocks a call',
    patch: [{ op: 'add', path: '/resources/sg-0a0000000000e9001/ipPermissions', value: [] }],
  })
})

test('exits with 0 where nothing drifted, and with 2 for what cannot be read', async () => {
  expect(await drift(design)).toEqual({ code: 0, out: 'No drift.\n', err: '' })
  expect((await drift({ resources: 1 })).code).toBe(2)
})
