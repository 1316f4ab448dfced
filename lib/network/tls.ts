import { serviceHost } from '@/lib/naming/executeApi'
import { suffixOf } from '@/lib/naming/suffix'

/** A wildcard stands for exactly one label (RFC 6125). */
export function namesHost(pattern: string, host: string): boolean {
  const [wanted, name] = [pattern.toLowerCase(), host.toLowerCase().replace(/\.$/, '')]
  if (!wanted.startsWith('*.')) return wanted === name
  const dot = name.indexOf('.')
  return dot > 0 && name.slice(dot) === wanted.slice(1)
}

/**
 * Names on the certificate that API Gateway presents, through an endpoint and in public alike: recorded by the guide's
 * test (https://github.com/liangruibupt/aws-is-how/blob/master/devops/apigw/2PrivateAPI-Testing.md). AWS calls the
 * endpoint's own names without -k, so they are covered too
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html).
 */
export const executeApiCertificate = (region: string): string[] => [
  `*.${serviceHost(region)}`,
  `*.execute-api.${region}.vpce.${suffixOf(region)}`,
]

export type TlsVersion = 1.0 | 1.1 | 1.2 | 1.3

export const versionOf = (text: string | undefined, otherwise: TlsVersion): TlsVersion => {
  const value = Number(text)
  return value === 1.0 || value === 1.1 || value === 1.2 || value === 1.3 ? value : otherwise
}

/**
 * The versions that a security policy of an API accepts; undefined for a policy that this table lacks
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html).
 */
export function versionsOf(
  policy: string | undefined,
  type: 'PRIVATE' | 'REGIONAL' | 'EDGE',
): [TlsVersion, TlsVersion] | undefined {
  if (policy === undefined) return type === 'PRIVATE' ? [1.2, 1.3] : [1.0, 1.3]
  if (policy === 'TLS_1_0') return type === 'PRIVATE' ? undefined : [1.0, 1.3]
  if (policy === 'TLS_1_2') return [1.2, 1.3]
  if (/^SecurityPolicy_TLS13_1_3_/.test(policy)) return [1.3, 1.3]
  if (/^SecurityPolicy_TLS13_1_2_/.test(policy)) return [1.2, 1.3]
  return undefined
}
