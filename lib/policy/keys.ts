import { lowerKey } from './facts'

/**
 * When a condition key is present in a call of execute-api
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html).
 *   private  calls through a VPC endpoint    public  calls of Regional and edge-optimized APIs
 *   always   every call                      header  when the caller sends the header
 *   signed   calls signed for IAM            domain  calls by a private custom domain name
 *   resource for an API whose account is in an organisation
 *   never    no call                         unsourced  IAM knows the key; no page says whether API Gateway supplies it
 */
export type Presence =
  | 'private'
  | 'public'
  | 'always'
  | 'header'
  | 'signed'
  | 'domain'
  | 'resource'
  | 'never'
  | 'unsourced'

const presences: Record<string, Presence> = {
  'aws:SourceVpc': 'private',
  'aws:SourceVpce': 'private',
  'aws:VpcSourceIp': 'private',
  'aws:SourceIp': 'public',
  'aws:SecureTransport': 'always',
  'aws:CurrentTime': 'always',
  'aws:EpochTime': 'always',
  'aws:Referer': 'header',
  'aws:UserAgent': 'header',
  'aws:PrincipalArn': 'signed',
  'aws:PrincipalAccount': 'signed',
  'aws:PrincipalOrgID': 'signed',
  'aws:PrincipalOrgPaths': 'signed',
  'aws:PrincipalType': 'signed',
  'aws:userid': 'signed',
  'aws:username': 'signed',
  'aws:TokenIssueTime': 'signed',
  'aws:MultiFactorAuthPresent': 'signed',
  'aws:MultiFactorAuthAge': 'signed',
  'aws:FederatedProvider': 'signed',
  'aws:PrincipalIsAWSService': 'signed',
  'aws:PrincipalServiceName': 'never',
  'execute-api:viaDomainArn': 'domain',
  'aws:SourceArn': 'never',
  'aws:SourceAccount': 'never',
  'aws:ResourceAccount': 'always',
  'aws:ResourceOrgID': 'resource',
  'aws:ResourceOrgPaths': 'resource',
  'aws:SourceOrgID': 'unsourced',
  'aws:SourceOrgPaths': 'unsourced',
  'aws:ViaAWSService': 'unsourced',
  'aws:CalledVia': 'unsourced',
  'aws:CalledViaFirst': 'unsourced',
  'aws:CalledViaLast': 'unsourced',
  'aws:RequestedRegion': 'unsourced',
  'aws:SourceVpcArn': 'unsourced',
  'aws:VpceAccount': 'unsourced',
  'aws:VpceOrgID': 'unsourced',
  'aws:VpceOrgPaths': 'unsourced',
  'aws:SourceIdentity': 'signed',
}

/** Keys that end in a tag's name. */
const prefixes: Record<string, Presence> = {
  'aws:PrincipalTag/': 'signed',
  'aws:ResourceTag/': 'unsourced',
  'aws:RequestTag/': 'never',
}

export const keyNames = Object.keys(presences)
export const keyPrefixes = Object.keys(prefixes)

const byLower = new Map(Object.entries(presences).map(([key, presence]) => [lowerKey(key), presence]))
const prefixesByLower = Object.entries(prefixes).map(([key, presence]) => [lowerKey(key), presence] as const)

/** Undefined: there is no such key for execute-api. */
export function presenceOf(key: string): Presence | undefined {
  const lower = lowerKey(key)
  return byLower.get(lower) ?? prefixesByLower.find(([prefix]) => lower.startsWith(prefix))?.[1]
}

/** What a question about a call should leave open, as it may be there or not: for `contextUnknown`. */
export const unsourcedKeys: readonly string[] = [
  ...keyNames.filter((key) => presences[key] === 'unsourced'),
  ...keyPrefixes.filter((key) => prefixes[key] === 'unsourced').map((key) => `${key}*`),
]
