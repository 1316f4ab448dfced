import type { ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-ecs'
import type { AwsCredentialIdentityProvider, InitializeMiddleware, Pluggable } from '@smithy/types'
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

/** The gate of a client: only read operations, at the rate AWS allows, and nothing after a cancel. */
function gate<Input extends object, Output extends object>(
  service: string,
  settings: ClientSettings,
): Pluggable<Input, Output> {
  const middleware: InitializeMiddleware<Input, Output> = (next, context) => async (args) => {
    const operation = (context.commandName ?? '').replace(/Command$/, '')
    if (!(operation in readOperations)) throw new OperationRefused(`${operation} is not a read operation`)
    await settings.limiter.take(settings.place, bucketsOf(service, operation))
    settings.signal?.throwIfAborted()
    const started = performance.now()
    const record = { service, operation, place: settings.place }
    try {
      const result = await next(args)
      settings.onCall?.({ ...record, ms: performance.now() - started })
      return result
    } catch (error) {
      const failed = error instanceof Error ? error.name : 'Error'
      settings.onCall?.({ ...record, ms: performance.now() - started, failed })
      throw error
    }
  }
  return {
    applyToStack: (stack) => stack.add(middleware, { step: 'initialize', name: 'throughlineGate', priority: 'high' }),
  }
}

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
      client.middlewareStack.use(gate('apigateway', settings))
      return { sdk, client }
    }),
    apigatewayv2: lazily(async () => {
      const sdk = await import('@aws-sdk/client-apigatewayv2')
      const client = new sdk.ApiGatewayV2Client(common(settings))
      client.middlewareStack.use(gate('apigateway', settings))
      return { sdk, client }
    }),
    ec2: lazily(async () => {
      const sdk = await import('@aws-sdk/client-ec2')
      const client = new sdk.EC2Client(common(settings))
      client.middlewareStack.use(gate('ec2', settings))
      return { sdk, client }
    }),
    elb: lazily(async () => {
      const sdk = await import('@aws-sdk/client-elastic-load-balancing-v2')
      const client = new sdk.ElasticLoadBalancingV2Client(common(settings))
      client.middlewareStack.use(gate('elasticloadbalancing', settings))
      return { sdk, client }
    }),
    ecs: lazily(async () => {
      const sdk = await import('@aws-sdk/client-ecs')
      const client = new sdk.ECSClient(common(settings))
      client.middlewareStack.use(gate<ServiceInputTypes, ServiceOutputTypes>('ecs', settings))
      return { sdk, client }
    }),
    route53: lazily(async () => {
      const sdk = await import('@aws-sdk/client-route-53')
      const client = new sdk.Route53Client(common(settings))
      client.middlewareStack.use(gate('route53', settings))
      return { sdk, client }
    }),
    route53resolver: lazily(async () => {
      const sdk = await import('@aws-sdk/client-route53resolver')
      const client = new sdk.Route53ResolverClient(common(settings))
      client.middlewareStack.use(gate('route53resolver', settings))
      return { sdk, client }
    }),
    wafv2: lazily(async () => {
      const sdk = await import('@aws-sdk/client-wafv2')
      const client = new sdk.WAFV2Client(common(settings))
      client.middlewareStack.use(gate('wafv2', settings))
      return { sdk, client }
    }),
    sts: lazily(async () => {
      const sdk = await import('@aws-sdk/client-sts')
      const client = new sdk.STSClient(common(settings))
      client.middlewareStack.use(gate('sts', settings))
      return { sdk, client }
    }),
  }
}

export type Clients = ReturnType<typeof clientsFor>
