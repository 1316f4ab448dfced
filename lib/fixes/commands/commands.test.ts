import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { deploying } from '@/lib/topology/deployment'
import { applyPatch, type Patch } from '@/lib/topology/patch'
import { commandsOf } from '.'

const doc = buildTemplate('private-api')
const api = '3i95y1yx06'
const group = 'sg-0a0000000000e9001'

const rule: Patch = [
  {
    op: 'add',
    path: `/resources/${group}/ipPermissions/-`,
    value: { ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrs: ['10.9.0.1/32'] },
  },
]

/** Runs a block with a function in the place of the AWS CLI: it notes what it is asked and answers as told. */
function run(command: string, answers: Record<string, string>) {
  const cases = Object.entries(answers).map(([word, answer]) => `*' ${word} '*) printf '%s' '${answer}';;`)
  const script = `aws() {\n  printf '%s\\n' "$*" | head -1 >&3\n  case " $* " in\n${cases.join('\n')}\n  esac\n}\n${command}\necho "ended $?"`
  const { stdout, stderr, output } = spawnSync('bash', ['-c', script], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  return { stdout: stdout.toString(), stderr: stderr.toString(), asked: String(output[3] ?? '') }
}

const account = { 'get-caller-identity': '111122223333' }

describe('a block of commands', () => {
  const { commands, undo } = commandsOf(doc, rule)
  const held = { 'describe-security-group-rules': 'tcp\t443\t443\t10.0.0.0/16' }
  const [does, undoes] = [commands[0]?.command ?? '', undo?.[0]?.command ?? '']

  it('changes what it says when everything is as it was read', () => {
    const { stdout, stderr, asked } = run(does, { ...account, ...held })
    expect([stdout, stderr]).toEqual(['ended 0\n', ''])
    expect(asked).toMatch(
      /authorize-security-group-ingress --group-id sg-0a0000000000e9001 .*"CidrIp":"10\.9\.0\.1\/32"/,
    )
  })

  it('stops in another account, before it changes anything, and leaves the terminal open', () => {
    const { stdout, stderr, asked } = run(does, { 'get-caller-identity': '999988887777', ...held })
    expect(stdout).toBe('ended 1\n')
    expect(stderr).toContain('of account 999988887777, and this block changes 111122223333 in cn-northwest-1')
    expect(asked).not.toContain('authorize')
  })

  it('stops when the resource is no longer as it was read', () => {
    const { stdout, stderr, asked } = run(does, {
      ...account,
      'describe-security-group-rules': 'tcp\t443\t443\t10.0.0.0/8',
    })
    expect(stdout).toBe('ended 1\n')
    expect(stderr).toContain('The inbound rules of sg-0a0000000000e9001 in AWS: not as it was read.')
    expect(asked).not.toContain('authorize')
  })

  it('is undone by one that wants to find what the first has made', () => {
    const before = run(undoes, { ...account, ...held })
    expect([before.stdout, before.asked.includes('revoke')]).toEqual(['ended 1\n', false])
    const rows = 'tcp\t443\t443\t10.9.0.1/32\ntcp\t443\t443\t10.0.0.0/16'
    const after = run(undoes, { ...account, 'describe-security-group-rules': rows })
    expect([after.stdout, after.asked.includes('revoke')]).toEqual(['ended 0\n', true])
  })
})

describe('a deployment', () => {
  const policy = { text: '{"Version":"2012-10-17","Statement":[]}' }
  const saved = applyPatch(doc, [
    {
      op: 'add',
      path: `/resources/${api}/resources/p1new`,
      value: { path: '/refunds', methods: { POST: { authorizationType: 'NONE' } } },
    },
    { op: 'add', path: `/resources/${api}/resources/p1page/methods/GET/apiKeyRequired`, value: true },
  ])

  it('says what else goes live with it, and where to go back to', () => {
    const { commands, undo } = commandsOf(saved, deploying(saved, api, 'dev', { policy }))
    expect(commands[0]?.note).toBe(
      'Deploying dev makes 2 saved changes live that deployment p1d001 does not have: apiKeyRequired of GET /webpage becomes true (was not set); POST /refunds is added. The deployment to go back to is p1d001.',
    )
    expect(undo?.[0]?.note).toContain('goes back to deployment p1d001')
    expect(undo?.[0]?.command).toContain('value=p1d001')
  })

  it('says so when nothing else does', () => {
    const { commands } = commandsOf(doc, deploying(doc, api, 'dev', { policy }))
    expect(commands[0]?.note).toMatch(/^Nothing else goes live/)
  })

  it('tells what it opens', () => {
    const open = applyPatch(doc, [
      {
        op: 'replace',
        path: `/resources/${api}/policy`,
        value: {
          text: JSON.stringify({
            Version: '2012-10-17',
            Statement: { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' },
          }),
        },
      },
    ])
    const { commands } = commandsOf(open, deploying(open, api, 'dev', {}))
    expect(commands[0]?.note).toContain('the resource policy is changed')
    expect(commands[0]?.note).toContain('lets in everybody who makes an endpoint')
  })

  it('takes the policy as AWS hands it out, its quotes escaped', () => {
    const { commands } = commandsOf(doc, deploying(doc, api, 'dev', { policy }))
    const text = doc.resources[api]?.kind === 'restApi' ? (doc.resources[api].policy?.text ?? '') : ''
    const escaped = JSON.stringify(JSON.parse(text)).replaceAll('"', '\\"').replaceAll('/', '\\/')
    const { stdout, stderr, asked } = run(commands[0]?.command ?? '', {
      ...account,
      'get-rest-api': escaped,
      'get-stage': 'p1d001',
    })
    expect([stdout, stderr]).toEqual(['ended 0\n', ''])
    expect(asked).toMatch(/update-rest-api .*--patch-operations file:\/\/.*policy-3i95y1yx06\.json/)
    expect(asked).toMatch(/create-deployment .*--stage-name dev/)
  })
})
