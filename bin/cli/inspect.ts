import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type ConnectionSpec, SignInError } from '@/lib/aws/connection'
import { type Inspected, inspect } from '@/lib/aws/inspect'
import type { Selector } from '@/lib/aws/selectors'
import { type Command, InputError, type Io, json, UsageError } from './command'
import { readOptions } from './options'

export const command: Command = {
  usage: `throughline inspect --region R (--api ID | --nlb ARN | --endpoint ID | --all-private)… [--client ID]…
                    [--profile P | --role-arn A [--external-id X]] [--connection C]… [-o FILE]

Follows a deployed chain through read-only AWS calls into a topology: forward from an API, a load balancer or an
endpoint to what answers, and back to where calls come from. Nothing is changed in AWS.

  --region R        where to look
  --api ID          a REST API; may be repeated, as the next three
  --nlb ARN         a load balancer
  --endpoint ID     an interface endpoint for execute-api
  --all-private     every private API of the region
  --client ID       an instance, subnet or VPC that calls, with its groups, routes and ACL
  --profile P       sign in by this profile of the AWS configuration
  --role-arn A      assume this role, with --external-id X where the role asks for one
  --connection C    one more account: profile=P,role-arn=A,external-id=X,region=R, each part optional
  --no-default      do not use the default credential chain
  --endpoint-url U  an emulated AWS
  -o FILE           write the topology there, whole or not at all; else to standard output

Selectors and ids in policies are looked for in every connection.

Exit code: 0 all was read, 1 a selector was not found, 2 usage or sign-in, 3 written, with parts that could not be read.

Example: throughline inspect --region eu-central-1 --api a1b2c3d4e5 --client i-0123456789abcdef0 -o chain.json
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      region: { type: 'string' },
      api: { type: 'string', multiple: true },
      nlb: { type: 'string', multiple: true },
      endpoint: { type: 'string', multiple: true },
      'all-private': { type: 'boolean' },
      client: { type: 'string', multiple: true },
      profile: { type: 'string' },
      'role-arn': { type: 'string' },
      'external-id': { type: 'string' },
      connection: { type: 'string', multiple: true },
      'no-default': { type: 'boolean' },
      'endpoint-url': { type: 'string' },
      output: { type: 'string', short: 'o' },
    })
    if (positionals.length > 0) throw new UsageError(`inspect takes no ${positionals.join(' ')}.`)
    const { region } = values
    if (region === undefined) throw new UsageError('inspect needs --region R.')
    const chain = selectorsOf(values)
    if (chain.length === 0) throw new UsageError('inspect needs --api, --nlb, --endpoint or --all-private.')
    const clients = (values.client ?? []).map((id): Selector => ({ by: 'client', id }))
    const started = performance.now()
    let calls = 0
    const inspected = await reading(() =>
      inspect({
        connections: connectionsOf(values, region),
        selectors: [...chain, ...clients],
        name: chain.map(wordOf).join(' '),
        ...(values['endpoint-url'] === undefined ? {} : { endpointUrl: values['endpoint-url'] }),
        onProgress: (kind, id) => io.stderr(`reading ${kind} ${id}\n`),
        onCall: () => {
          calls++
        },
        onSkipped: (error) => io.stderr(`${error.message}\n`),
      }),
    )
    if (inspected.notFound.length > 0) return notFound(io, inspected)
    const text = json(inspected.document)
    if (values.output === undefined) io.stdout(text)
    else await writeWhole(path.resolve(io.cwd, values.output), text)
    const count = Object.keys(inspected.document.resources).length
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    io.stderr(`${count} resources by ${calls} calls in ${seconds} s.\n`)
    for (const { resource, path: at, says } of inspected.blindSpots) io.stderr(`not seen: ${resource} ${at}: ${says}\n`)
    return inspected.blindSpots.length > 0 ? 3 : 0
  },
}

interface Values {
  api?: string[]
  nlb?: string[]
  endpoint?: string[]
  'all-private'?: boolean
  profile?: string
  'role-arn'?: string
  'external-id'?: string
  connection?: string[]
  'no-default'?: boolean
}

function selectorsOf(values: Values): Selector[] {
  const ids = (by: 'api' | 'nlb' | 'endpoint') => (values[by] ?? []).map((id): Selector => ({ by, id }))
  const all: Selector[] = values['all-private'] ? [{ by: 'all-private' }] : []
  return [...ids('api'), ...ids('nlb'), ...ids('endpoint'), ...all]
}

const wordOf = (selector: Selector): string => (selector.by === 'all-private' ? 'all private APIs' : selector.id)

/** The default chain is one of the connections; it is no reason to stop where others were named. */
function connectionsOf(values: Values, region: string): ConnectionSpec[] {
  const { profile, 'role-arn': roleArn, 'external-id': externalId } = values
  if (profile !== undefined && roleArn !== undefined)
    throw new UsageError('--profile and --role-arn exclude each other; --connection takes both.')
  if (externalId !== undefined && roleArn === undefined) throw new UsageError('--external-id belongs to --role-arn.')
  const more = (values.connection ?? []).map((text) => connectionOf(text, region))
  const named = profile !== undefined || roleArn !== undefined
  const first: ConnectionSpec[] = named
    ? [
        {
          region,
          ...(profile === undefined ? {} : { profile }),
          ...(roleArn === undefined ? {} : { roleArn }),
          ...(externalId === undefined ? {} : { externalId }),
        },
      ]
    : values['no-default']
      ? []
      : [{ region, ...(more.length > 0 ? { optional: true } : {}) }]
  const all = [...first, ...more]
  if (all.length === 0) throw new UsageError('--no-default needs --profile, --role-arn or --connection.')
  return all
}

const parts = { profile: 'profile', 'role-arn': 'roleArn', 'external-id': 'externalId', region: 'region' } as const

const isPart = (word: string): word is keyof typeof parts => Object.hasOwn(parts, word)

function connectionOf(text: string, region: string): ConnectionSpec {
  const spec: ConnectionSpec = { region }
  for (const part of text.split(',')) {
    const [, key = '', value = ''] = /^([^=]+)=(.+)$/.exec(part) ?? []
    if (!isPart(key)) throw new UsageError(`--connection takes ${Object.keys(parts).join(', ')}, not "${part}".`)
    spec[parts[key]] = value
  }
  return spec
}

async function reading(run: () => Promise<Inspected>): Promise<Inspected> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof SignInError) throw new InputError(error.message)
    throw error
  }
}

function notFound(io: Io, { notFound: missing, reaches }: Inspected): number {
  const where = reaches.map((r) => `account ${r.accountId} in ${r.region}`).join(' and ')
  for (const selector of missing)
    io.stderr(`throughline inspect: ${wordOf(selector)} is not found: ${where} was searched.\n`)
  return 1
}

/** The file appears whole or not at all: it is written beside its place and moved there. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.part`
  try {
    await writeFile(draft, text)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw new InputError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
