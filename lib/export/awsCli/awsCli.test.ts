import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { produceEdit } from '@/lib/topology/produce'
import { domainNameCommands } from './domainName'
import { restApiCommands } from './restApi'
import { vpcEndpointCommands } from './vpcEndpoint'

/** What a POSIX shell hands to `aws`: the command runs for real, with a function in the CLI's place. */
const argumentsOf = (command: string): string[] =>
  execFileSync('sh', ['-c', `aws() { for a in "$@"; do printf '%s\\0' "$a"; done; }\n${command}`])
    .toString()
    .split('\0')
    .slice(0, -1)

const optionOf = (args: string[], option: string) => args[args.indexOf(option) + 1] ?? ''

const doc = buildTemplate('cross-account', { region: 'cn-northwest-1' })
const commands = restApiCommands(doc, '3i95y1yx06')
const titled = (title: string) => argumentsOf(commands.find((c) => c.title === title)?.command ?? '')

describe('AWS CLI commands of the guide', () => {
  it('creates the private API with its first endpoint', () => {
    const args = titled('Create the API')
    expect(args.slice(0, 2)).toEqual(['apigateway', 'create-rest-api'])
    expect(optionOf(args, '--name')).toBe('Fargate-webpage-private')
    expect(JSON.parse(optionOf(args, '--endpoint-configuration'))).toEqual({
      types: ['PRIVATE'],
      vpcEndpointIds: ['vpce-0d4d61b31cecd49fc'],
    })
    expect(optionOf(args, '--region')).toBe('cn-northwest-1')
  })

  it('hands the whole policy over as one JSON string', () => {
    const [operation] = JSON.parse(optionOf(titled('Set the resource policy'), '--patch-operations'))
    expect(operation).toMatchObject({ op: 'replace', path: '/policy' })
    const policy = JSON.parse(operation.value)
    expect(policy.Statement[1].Condition.StringNotEquals['aws:SourceVpc']).toEqual([
      'vpc-0aaa1111bbbb2222c',
      'vpc-0ddd3333eeee4444f',
    ])
  })

  it('adds the second endpoint as the guide does', () => {
    const args = titled('Add endpoint vpce-08cbeb493b8abab4f')
    expect(optionOf(args, '--rest-api-id')).toBe('3i95y1yx06')
    expect(JSON.parse(optionOf(args, '--patch-operations'))).toEqual([
      { op: 'add', path: '/endpointConfiguration/vpcEndpointIds', value: 'vpce-08cbeb493b8abab4f' },
    ])
  })

  it('deploys the stage', () => {
    expect(titled('Deploy stage dev')).toEqual([
      'apigateway',
      'create-deployment',
      '--rest-api-id',
      '3i95y1yx06',
      '--stage-name',
      'dev',
      '--region',
      'cn-northwest-1',
    ])
  })

  it('sets an endpoint policy, with every quote kept by the shell', () => {
    const quoted = produceEdit(doc, 'quote', (draft) => {
      const endpoint = draft.resources['vpce-0d4d61b31cecd49fc']
      if (endpoint?.kind === 'vpcEndpoint') endpoint.policyDocument = { text: `{"Id":"it's mine"}` }
    }).document
    const [set] = vpcEndpointCommands(quoted, 'vpce-0d4d61b31cecd49fc')
    const args = argumentsOf(set?.command ?? '')
    expect(args.slice(0, 4)).toEqual(['ec2', 'modify-vpc-endpoint', '--vpc-endpoint-id', 'vpce-0d4d61b31cecd49fc'])
    expect(JSON.parse(optionOf(args, '--policy-document'))).toEqual({ Id: "it's mine" })
  })

  it('sets the policy of a private custom domain', () => {
    const withDomain = buildTemplate('private-api', { region: 'us-east-1', addOns: ['custom-domain'] })
    const [set, ...more] = domainNameCommands(withDomain, 'private.example.com')
    const args = argumentsOf(set?.command ?? '')
    expect(args.slice(0, 2)).toEqual(['apigateway', 'update-domain-name'])
    expect(optionOf(args, '--domain-name')).toBe('private.example.com')
    expect(optionOf(args, '--domain-name-id')).toBe('abcd1234')
    const [operation] = JSON.parse(optionOf(args, '--patch-operations'))
    expect(operation).toMatchObject({ op: 'replace', path: '/policy' })
    expect(JSON.parse(operation.value).Version).toBe('2012-10-17')
    expect(more).toEqual([])
  })

  it('says which id is missing instead of making one up', () => {
    const drawn = produceEdit(doc, 'not created yet', (draft) => {
      const api = draft.resources['3i95y1yx06']
      if (api) delete api.physicalId
    }).document
    const deploy = restApiCommands(drawn, '3i95y1yx06').at(-1)
    expect(deploy?.command).toContain('<id of Fargate-webpage-private>')
    expect(deploy?.note).toContain('<id of Fargate-webpage-private>')
  })
})
