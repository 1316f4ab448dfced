import type { AwsCredentialIdentityProvider } from '@smithy/types'
import { partitionOf } from '@/lib/naming/partitions'
import { type ClientSettings, type Clients, clientsFor } from './clients'
import type { Limiter } from './limiter'

/** How to reach an account. Never a secret: a profile's name, a role's ARN, or nothing for the default chain. */
export interface ConnectionSpec {
  profile?: string
  roleArn?: string
  externalId?: string
  region: string
  /** May fail to sign in while others do: the default chain, where it was not asked for. */
  optional?: boolean
}

/** An account in a region that can be read. */
export interface Reach {
  accountId: string
  region: string
  partition: string
  clients: Clients
}

/** What an inspection shares between its connections. */
export interface Shared {
  limiter: Limiter
  endpointUrl?: string
  signal?: AbortSignal
  onCall?: ClientSettings['onCall']
}

/** Signing in failed: `message` says which connection, why, and what to do. */
export class SignInError extends Error {}

/**
 * Signs in and asks who one is (sts:GetCallerIdentity needs no grant,
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html). @throws SignInError
 */
export async function connect(spec: ConnectionSpec, shared: Shared): Promise<Reach> {
  const partition = partitionOf(spec.region)
  if (!partition) throw new SignInError(`${spec.region} is not a region of AWS.`)
  const credentials = await credentialsOf(spec, shared)
  const settings = (place: string): ClientSettings => ({ region: spec.region, credentials, place, ...shared })
  try {
    const { client, sdk } = await clientsFor(settings('sign-in')).sts()
    const identity = await client.send(new sdk.GetCallerIdentityCommand({}))
    const accountId = identity.Account ?? ''
    return {
      accountId,
      region: spec.region,
      partition: partition.name,
      clients: clientsFor(settings(`${accountId}/${spec.region}`)),
    }
  } catch (error) {
    throw new SignInError(signInMessage(spec, error))
  }
}

async function credentialsOf(spec: ConnectionSpec, shared: Shared): Promise<AwsCredentialIdentityProvider> {
  const providers = await import('@aws-sdk/credential-providers')
  const clientConfig = {
    region: spec.region,
    ...(shared.endpointUrl === undefined ? {} : { endpoint: shared.endpointUrl }),
  }
  const source =
    spec.profile === undefined
      ? providers.fromNodeProviderChain({ clientConfig })
      : providers.fromIni({ profile: spec.profile, clientConfig })
  if (spec.roleArn === undefined) return source
  return providers.fromTemporaryCredentials({
    masterCredentials: source,
    clientConfig,
    params: {
      RoleArn: spec.roleArn,
      RoleSessionName: 'throughline-read',
      ...(spec.externalId === undefined ? {} : { ExternalId: spec.externalId }),
    },
  })
}

function signInMessage(spec: ConnectionSpec, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  const who = spec.roleArn
    ? `The role ${spec.roleArn}`
    : spec.profile
      ? `The profile ${spec.profile}`
      : 'The default credential chain'
  const renew = /expired|SSO|token/i.test(reason)
    ? ` Renew it: aws sso login${spec.profile ? ` --profile ${spec.profile}` : ''}.`
    : ''
  return `${who} does not sign in: ${reason.replace(/\.$/, '')}.${renew}`
}
