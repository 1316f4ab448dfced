import { privateDomainNameArn } from '@/lib/naming/arns'
import { maskedAccount, methodArn } from '@/lib/naming/invokeArn'
import { awsId } from '@/lib/network/perDocument'
import { isSingle } from '@/lib/network/range'
import type { AuthorizeRequest } from '@/lib/policy/decide'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { resolveText } from '@/lib/topology/text'
import type { Signature } from '../authorization/signature'
import type { ApiCall } from '../walk/next'

/** The ARN of the call, with the account whole (for policies) and masked (as a denial prints it). */
export function arnsOf(doc: TopologyDocument, call: ApiCall): { arn: string; masked: string; account: string } {
  const api = doc.resources[call.id]
  const account = resourceOf(doc, api?.account, 'account')?.accountId ?? ''
  const place = { region: api?.region ?? call.entrance.region, accountId: account }
  const id = awsId(doc, call.id)
  const path = call.path.replace(/(.)\/+$/, '$1')
  const arn = methodArn(place, id, call.stage, call.conn.method, path)
  const masked = methodArn({ ...place, accountId: maskedAccount(account) }, id, call.stage, call.conn.method, path)
  return { arn, masked, account }
}

/**
 * What policies are asked: which condition keys a call carries. A call through an endpoint carries the endpoint's VPC and
 * id, never the caller's, and no `aws:SourceIp`
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-aws-condition-keys.html).
 */
export function questionOf(doc: TopologyDocument, call: ApiCall, signature: Signature): AuthorizeRequest {
  const { entrance, conn, api } = call
  const { arn, account } = arnsOf(doc, call)
  const context: Record<string, string> = { 'aws:SecureTransport': 'true' }
  const contextUnknown = [...alwaysUnknown]
  const endpoint = resourceOf(doc, entrance.endpoint, 'vpcEndpoint')
  const [source, ...more] = entrance.sources
  const address = source && isSingle(source.range) && more.length === 0 ? source.range.text : undefined
  if (entrance.endpoint !== undefined && endpoint) {
    context['aws:SourceVpce'] = awsId(doc, entrance.endpoint)
    context['aws:SourceVpc'] = awsId(doc, endpoint.vpc)
  }
  const addressKey = endpoint ? 'aws:VpcSourceIp' : 'aws:SourceIp'
  if (address === undefined) contextUnknown.push(addressKey)
  else context[addressKey] = address
  const header = (name: string) => conn.headers.find((h) => h.name.toLowerCase() === name)?.value
  const referer = header('referer')
  if (referer !== undefined) context['aws:Referer'] = referer
  const agent = header('user-agent')
  if (agent === undefined) contextUnknown.push('aws:UserAgent')
  else context['aws:UserAgent'] = agent
  const domainArn = call.domain ? domainArnOf(doc, call.domain) : undefined
  if (domainArn !== undefined) context['execute-api:viaDomainArn'] = domainArn
  if (signature.organization !== undefined) context['aws:PrincipalOrgID'] = signature.organization
  if (signature.kind === 'valid') contextUnknown.push(...signedUnknown)
  return {
    caller: signature.arn ?? 'anonymous',
    authorizationType: 'NONE',
    authorizationHeader: signature.kind === 'valid' || signature.kind === 'invalid' ? 'sigv4' : signature.kind,
    endpointType: api.endpointConfiguration.type,
    methodArn: arn,
    resourceAccount: account,
    ...(domainArn === undefined ? {} : { domainArn }),
    context,
    contextUnknown,
    resourcePolicy: api.policy ? resolveText(doc, api.policy.text) : null,
  }
}

const alwaysUnknown = [
  'aws:CurrentTime',
  'aws:EpochTime',
  'aws:SourceArn',
  'aws:RequestedRegion',
  'aws:SourceOrgID',
  'aws:VpceAccount',
  'aws:VpceOrgID',
  'aws:ViaAWSService',
]

const signedUnknown = [
  'aws:userid',
  'aws:TokenIssueTime',
  'aws:MultiFactorAuthPresent',
  'aws:MultiFactorAuthAge',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalTag/*',
]

function domainArnOf(doc: TopologyDocument, id: string): string | undefined {
  const domain = resourceOf(doc, id, 'domainName')
  const accountId = resourceOf(doc, domain?.account, 'account')?.accountId
  if (!domain || domain.domainNameId === undefined || accountId === undefined) return undefined
  // Policies name the domain under execute-api, the management plane under apigateway.
  const place = { region: domain.region ?? '', accountId }
  return privateDomainNameArn(place, domain.domainName, domain.domainNameId).replace(':apigateway:', ':execute-api:')
}
