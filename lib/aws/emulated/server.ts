import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TopologyDocument } from '@/lib/topology/document'
import { ec2 } from './ec2'
import { ecs } from './ecs'
import { elb } from './elb'
import { gateway } from './gateway'
import { hostedZonesByVpc, recordSets } from './names'
import { AwsError, World } from './world'
import { type Value, xml } from './xml'

/** How an operation fails: by an error of AWS, by a page of a proxy, or by no answer. */
export type Fault = 'denied' | 'throttled' | 'error' | 'html' | 'cut'

export interface Emulated {
  url: string
  /** The operations asked for, in order. */
  calls: string[]
  faults: Map<string, Fault>
  close: () => Promise<void>
}

/**
 * An AWS over HTTP that holds a topology: it answers the read operations of an inspection in AWS's own spelling. Every
 * account of the topology may be reached by assuming a role in it.
 */
export async function emulate(doc: TopologyDocument): Promise<Emulated> {
  const calls: string[] = []
  const faults = new Map<string, Fault>()
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => answer(doc, request, body, response, calls, faults))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    faults,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}

type Wire = 'ec2' | 'query' | 'json' | 'rest' | 'route53'
interface Call {
  wire: Wire
  operation: string
  run: () => unknown
}

function answer(
  doc: TopologyDocument,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
  calls: string[],
  faults: Map<string, Fault>,
): void {
  const call = callOf(doc, request, body)
  calls.push(call.operation)
  const fault = faults.get(call.operation)
  if (fault === 'cut') request.socket.destroy()
  else if (fault === 'html') send(response, 502, 'text/html', '<html><body>Bad gateway</body></html>')
  else if (fault) fail(response, call.wire, ...faultCodes[fault])
  else
    try {
      const [type, text] = written(call, call.run())
      send(response, 200, type, text)
    } catch (error) {
      if (error instanceof AwsError) fail(response, call.wire, error.code, error.status)
      else fail(response, call.wire, 'InternalFailure', 500)
    }
}

const faultCodes: Record<Exclude<Fault, 'cut' | 'html'>, [code: string, status: number]> = {
  denied: ['AccessDeniedException', 403],
  throttled: ['ThrottlingException', 400],
  error: ['InternalFailure', 500],
}

function callOf(doc: TopologyDocument, request: IncomingMessage, body: string): Call {
  const [, key = '', region = ''] = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? '') ?? []
  const first = Object.values(doc.resources).find((r) => r.kind === 'account')
  const account = /^ASIA(\d{12})$/.exec(key)?.[1] ?? (first?.kind === 'account' ? first.accountId : '')
  const world = new World(doc, account, region)
  const target = request.headers['x-amz-target']
  const url = new URL(request.url ?? '/', 'http://aws')
  if (typeof target === 'string') {
    const operation = target.split('.').at(-1) ?? ''
    return {
      wire: 'json',
      operation,
      run: () => ecs[operation]?.(world, JSON.parse(body)) ?? { ResolverRuleAssociations: [] },
    }
  }
  const query = new URLSearchParams(body)
  const operation = query.get('Action')
  if (operation !== null) {
    const wire = operation in ec2 ? 'ec2' : 'query'
    return { wire, operation, run: () => (ec2[operation] ?? elb[operation] ?? sts(operation))(world, query) }
  }
  const zones = /^\/2013-04-01\/hostedzone(sbyvpc|\/([^/]+)\/rrset)/.exec(url.pathname)
  if (zones?.[1] === 'sbyvpc')
    return {
      wire: 'route53',
      operation: 'ListHostedZonesByVPC',
      run: () => hostedZonesByVpc(world, url.searchParams.get('vpcid')),
    }
  if (zones) return { wire: 'route53', operation: 'ListResourceRecordSets', run: () => recordSets(world, zones[2]) }
  const { operation: name, answer: run } = gateway(world, url.pathname, url.searchParams)
  return { wire: 'rest', operation: name, run }
}

const sts = (operation: string) => (world: World, query: URLSearchParams) => {
  if (operation === 'GetCallerIdentity') return { Account: world.account, Arn: 'arn:aws:iam::1:user/u', UserId: 'u' }
  const account = query.get('RoleArn')?.split(':')[4] ?? ''
  const Expiration = '2099-01-01T00:00:00Z'
  return { Credentials: { AccessKeyId: `ASIA${account}`, SecretAccessKey: 's', SessionToken: 't', Expiration } }
}

function written({ wire, operation }: Call, value: unknown): [type: string, text: string] {
  if (wire === 'json' || wire === 'rest') return ['application/json', JSON.stringify(value)]
  const body = xml(value as Value, wire === 'ec2' ? 'item' : 'member')
  if (wire === 'query')
    return ['text/xml', `<${operation}Response><${operation}Result>${body}</${operation}Result></${operation}Response>`]
  return ['text/xml', `<${operation}Response>${body}</${operation}Response>`]
}

function fail(response: ServerResponse, wire: Wire, code: string, status: number): void {
  const error = `<Error><Code>${code}</Code><Message>m</Message></Error>`
  if (wire === 'ec2') send(response, status, 'text/xml', `<Response><Errors>${error}</Errors></Response>`)
  else if (wire === 'query' || wire === 'route53')
    send(response, status, 'text/xml', `<ErrorResponse>${error}</ErrorResponse>`)
  else {
    response.setHeader('x-amzn-errortype', code)
    send(response, status, 'application/json', JSON.stringify({ __type: code, message: 'm' }))
  }
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text)
}
