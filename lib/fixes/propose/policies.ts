import { invokeArn, partitionName, privateDomainNameArn } from '@/lib/naming/arns'
import { awsId } from '@/lib/network/perDocument'
import { deploying } from '@/lib/topology/deployment'
import { type ResourceOf, resourceOf } from '@/lib/topology/document'
import { equal } from '@/lib/topology/patch'
import { pointer } from '@/lib/topology/pointer'
import { aboutOf, allHops, isFirst, type Propose, type Stopped } from '../proposal'
import { asBlock } from '../sources'
import { stageOf } from '../stageOf'
import { signed, unsigned } from './call'
import {
  allowing,
  type Condition,
  type Document,
  narrowed,
  parsed,
  type Statement,
  spared,
  without,
} from './statements'

/** The API's policy: what is saved may be right already; else this source is admitted, and nobody else. */
export const resource: Propose = (stopped) => {
  const { doc, hop, check } = stopped
  const api = resourceOf(doc, hop.resource, 'restApi')
  const stage = stageOf(hop.checks)
  if (!api || stage === undefined) return []
  const source = sourceOf(stopped, api)
  // What is deployed is what is saved, so that is what is changed.
  const policy = api.policy === undefined ? { Version: '2012-10-17', Statement: [] } : parsed(api.policy.text)
  if (!policy || !source) return []
  const denying = check.reason === 'explicit-deny' ? statementAt(stopped) : undefined
  const accountId = resourceOf(doc, api.account, 'account')?.accountId ?? '*'
  const arn = invokeArn({ region: api.region ?? '', accountId }, awsId(doc, hop.resource))
  const admitted = (to: Document) => allowing(to, arn, source.condition)
  const changed = denying
    ? sparing(policy, source, denying, admitted)
    : [admitted(policy), ...sparedAll(policy, source, admitted)]
  const name = api.physicalId ?? hop.resource
  return [
    ...changed.map((now) => ({
      label: `Admit ${source.name} in the policy of ${name}, and deploy ${stage}`,
      patch: deploying(doc, hop.resource, stage, { policy: { text: JSON.stringify(now, null, 2) } }),
    })),
  ]
}

function sparedAll(policy: Document, source: Source, admitted: (to: Document) => Document): Document[] {
  const all = spared(policy, source.keys, () => true)
  return all ? [admitted(all)] : []
}

/** The Deny first by what it says already, then by an exception of its own. */
function sparing(
  policy: Document,
  source: Source,
  denying: Statement,
  admitted: (to: Document) => Document,
): Document[] {
  const one = (s: Statement) => equal(s, denying)
  const found = [
    spared(policy, source.keys, one),
    without(policy, source.keys, one),
    spared(policy, source.keys, () => true),
    narrowed(policy, source.exception, one),
    narrowed(policy, source.exception, () => true),
  ].filter((now) => now !== undefined)
  return [...found, ...found.map(admitted)]
}

interface Source {
  name: string
  /** Condition keys that name it, in small letters. */
  keys: Record<string, string>
  condition: Condition
  exception: Condition
}

/** Where the call comes from, as the API sees it: an endpoint of a private one, an address of any other. */
function sourceOf({ doc, trace, hop }: Stopped, api: ResourceOf<'restApi'>): Source | undefined {
  const entrance = allHops(trace.hops).findLast((h) => h.n < hop.n && h.kind === 'vpcEndpoint')
  const endpoint = resourceOf(doc, entrance?.resource, 'vpcEndpoint')
  if (endpoint && entrance !== undefined && api.endpointConfiguration.type === 'PRIVATE') {
    const name = awsId(doc, entrance.resource)
    return {
      name,
      keys: { 'aws:sourcevpce': name, 'aws:sourcevpc': awsId(doc, endpoint.vpc) },
      condition: { StringEquals: { 'aws:SourceVpce': name } },
      exception: { StringNotEquals: { 'aws:SourceVpce': name } },
    }
  }
  const address = hop.call.source
  if (api.endpointConfiguration.type === 'PRIVATE' || address === undefined) return undefined
  const name = asBlock(address)
  return {
    name,
    keys: { 'aws:sourceip': name },
    condition: { IpAddress: { 'aws:SourceIp': name } },
    exception: { NotIpAddress: { 'aws:SourceIp': name } },
  }
}

/** The statement of the served policy that denies the call. */
function statementAt({ doc, hop, check }: Stopped): Statement | undefined {
  const served = hop.checks.find((c) => c.id === 'stage.deployed')?.evidence[0]?.value
  const at = numberOf(check.evidence[0]?.value)
  if (typeof served !== 'string' || at === undefined) return undefined
  const text = resourceOf(doc, hop.resource, 'restApi')?.deployments[served]?.api.policy?.text
  return text === undefined ? undefined : parsed(text)?.Statement[at]
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'object' && value !== null && 'statement' in value ? Number(value.statement) : undefined

/** The endpoint's policy: one Allow for this API; a Deny spares it. */
export const endpoint: Propose = (stopped) => {
  const { doc, trace, hop, check } = stopped
  const id = aboutOf(stopped)
  const held = resourceOf(doc, id, 'vpcEndpoint')
  const api = doc.resources[allHops(trace.hops).find((h) => h.n > hop.n && h.kind === 'restApi')?.resource ?? '']
  const policy = held?.policyDocument ? parsed(held.policyDocument.text) : undefined
  if (check.reason === 'bad-signature') return [...signed(stopped), ...(isFirst(stopped) ? unsigned(stopped) : [])]
  if (!policy || !api) return []
  const accountId = resourceOf(doc, api.account, 'account')?.accountId ?? '*'
  const region = api.region ?? ''
  const arn = `arn:${partitionName(region)}:execute-api:${region}:${accountId}:${api.physicalId ?? '*'}/*`
  const at = numberOf(check.evidence[0]?.value)
  const denying = at === undefined ? undefined : policy.Statement[at]
  const one = denying && exceptFor(policy, denying, arn)
  const wider = [arn, ...allHops(trace.hops).flatMap((h) => domainArn(stopped, h.resource))]
  const changed =
    check.reason === 'implicit-deny'
      ? [allowing(policy, arn), allowing(policy, wider)]
      : one
        ? [one, allowing(one, arn)]
        : []
  return changed.map((now) => ({
    label: `Allow calls to ${api.physicalId ?? 'the API'} in the policy of ${held?.physicalId ?? id}`,
    patch: [
      {
        op: 'replace' as const,
        path: pointer(['resources', id, 'policyDocument', 'text']),
        value: JSON.stringify(now, null, 2),
      },
    ],
  }))
}

/** Calls by a private custom domain name ask the policy for the domain as well. */
function domainArn({ doc }: Stopped, id: string): string[] {
  const domain = resourceOf(doc, id, 'domainName')
  const accountId = resourceOf(doc, domain?.account, 'account')?.accountId
  if (!domain || accountId === undefined || domain.domainNameId === undefined) return []
  const arn = privateDomainNameArn({ region: domain.region ?? '', accountId }, domain.domainName, domain.domainNameId)
  // Policies name the domain under execute-api, the management plane under apigateway.
  return [arn.replace(':apigateway:', ':execute-api:')]
}

/** A Deny of everything holds for all but this API; a Deny of this API alone goes. */
function exceptFor(policy: Document, denying: Statement, arn: string): Document | undefined {
  const { Resource, ...rest } = denying
  const resources = [Resource].flat()
  const others = resources.filter((r) => typeof r === 'string' && !r.startsWith(arn.slice(0, -1)))
  const now = resources.includes('*')
    ? [{ ...rest, Effect: denying.Effect, NotResource: [arn] }]
    : others.length === 0
      ? []
      : [{ ...denying, Resource: others }]
  if (Resource === undefined || (others.length === resources.length && !resources.includes('*'))) return undefined
  return { ...policy, Statement: policy.Statement.flatMap((s) => (s === denying ? now : [s])) }
}
