import type { AwsCredentialIdentityProvider } from '@smithy/types'
import { CallFailed } from './failure'
import { bucketsOf, type Limiter } from './limiter'
import { readOperations } from './operations'

/** A finished call, for the log and the count of an inspection. Never holds input or output. */
export interface CallRecord {
  service: string
  operation: string
  place: string
  ms: number
  failed?: string
}

export interface ClientSettings {
  region: string
  credentials: AwsCredentialIdentityProvider
  /** account/region: what the limiter counts by. */
  place: string
  limiter: Limiter
  /** Only when the server's configuration or the command line allows it. */
  endpointUrl?: string
  signal?: AbortSignal
  onCall?: (call: CallRecord) => void
}

export class OperationRefused extends Error {}

const attemptsMax = 4
const requestTimeoutMs = 20_000

/** The settings every client gets: retries with backoff, a bound on each request, and the gate for each command. */
function common({ region, credentials, endpointUrl }: ClientSettings) {
  return {
    region,
    credentials,
    maxAttempts: attemptsMax,
    requestHandler: { requestTimeout: requestTimeoutMs, connectionTimeout: 5_000, throwOnRequestTimeout: true },
    ...(endpointUrl === undefined ? {} : { endpoint: endpointUrl }),
  }
}

/**
 * What every command of a client passes: only read operations, at the rate AWS allows, and nothing after a cancel.
 * What fails leaves as a CallFailed that names the operation.
 */
export function gateOf(service: string, { limiter, place, signal, onCall }: ClientSettings) {
  return async <T>(commandName: string | undefined, next: () => Promise<T>): Promise<T> => {
    const operation = (commandName ?? '').replace(/Command$/, '')
    if (!(operation in readOperations)) throw new OperationRefused(`${operation} is not a read operation`)
    const started = performance.now()
    const record = { service, operation, place }
    try {
      await limiter.take(place, bucketsOf(service, operation))
      signal?.throwIfAborted()
      const result = await next()
      onCall?.({ ...record, ms: performance.now() - started })
      return result
    } catch (error) {
      const failed = new CallFailed(operation, error)
      onCall?.({ ...record, ms: performance.now() - started, failed: failed.code })
      throw failed
    }
  }
}

const first = { step: 'initialize', name: 'throughlineGate', priority: 'high' } as const

// The SDK says on every start that its versions of 2027 want a newer Node; the versions here are pinned.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'

/** SDK modules are loaded when first needed: client-ec2 alone takes half a second to import. */
export function clientsFor(settings: ClientSettings) {
  const lazily = <T>(make: () => Promise<T>) => {
    let made: Promise<T> | undefined
    return () => {
      made ??= make()
      return made
    }
  }
  return {
    apigateway: lazily(async () => {
      const sdk = await import('@aws-sdk/client-api-gateway')
      const client = new sdk.APIGatewayClient(common(settings))
      const gate = gateOf('apigateway', settings)
      client.middlewareStack.add((next, context) => (args) => gate(context.commandName, () => next(args)), first)
      return { sdk, client }
    }),
    apigatewayv2: lazily(async () => {
      const sdk = await import('@aws-sdk/client-apigatewayv2')
      const client = new sdk.ApiGatewayV2Client(common(settings))
      const gate = gateOf('apigateway', settings)
      client.middlewareStack.add((next, context) => (args) => gate(context.commandName, () => next(args)), first)
      return { sdk, client }
    }),
    ec2: lazily(async () => {
      const sdk = await import('@aws-sdk/client-ec2')
      const client = new sdk.EC2Client(common(settings))
      const gate = gateOf('ec2', settings)
      client.middlewareStack.add((next, context) => (args) => gate(context.commandName, () => next(args)), first)
      return { sdk, client }
    }),
    elb: lazily(async () => {
      const sdk = await import('@aws-sdk/client-elastic-load-balancing-v2')
      const client = new sdk.ElasticLoadBalancingV2Client(common(settings))
      const gate = gateOf('elasticloadbalancing', settings)
      client.middlewareStack.add((next, context) => (args) => gate(context.commandName, () => next(args)), first)
      return { sdk, client }
    }),
    ecs: lazily(async () => {
      const sdk = await import('@aws-sdk/client-ecs')
      const client = new sdk.ECSClient(common(settings))
      const gate = gateOf('ecs', settings)
      client.middlewareStack.add((next, context) => (args) => gate(context.commandName, () => next(args)), first)
      return { sdk, client }
    }),
    route53: lazily(async () => {
      const sdk = await import('@aws-sdk/client-route-53')
      const client = new sdk.Route53Client(common(settings))
      const gate = gateOf('route53', settings)
      client.middlewareStack.add((next, context) => (args) => gate(context.commandName, () => next(args)), first)
      return { sdk, client }
    }),
    route53resolver: lazily(async () => {
      const sdk = await import('@aws-sdk/client-route53resolver')
      const client = new sdk.Route53ResolverClient(common(settings))
      const gate = gateOf('route53resolver', settings)
      client.middlewareStack.add((next, context) => (args) => gate(context.commandName, () => next(args)), first)
      return { sdk, client }
    }),
    wafv2: lazily(async () => {
      const sdk = await import('@aws-sdk/client-wafv2')
      const client = new sdk.WAFV2Client(common(settings))
      const gate = gateOf('wafv2', settings)
      client.middlewareStack.add((next, context) => (args) => gate(context.commandName, () => next(args)), first)
      return { sdk, client }
    }),
    sts: lazily(async () => {
      const sdk = await import('@aws-sdk/client-sts')
      const client = new sdk.STSClient(common(settings))
      const gate = gateOf('sts', settings)
      client.middlewareStack.add((next, context) => (args) => gate(context.commandName, () => next(args)), first)
      return { sdk, client }
    }),
  }
}

export type Clients = ReturnType<typeof clientsFor>
