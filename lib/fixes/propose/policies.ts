import { invokeArn, partitionName } from '@/lib/naming/arns'
import { awsId } from '@/lib/network/perDocument'
import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { equal } from '@/lib/topology/patch'
import { pointer } from '@/lib/topology/pointer'
import { deploying, stageOf } from '../deployment'
import { aboutOf, type Proposal, type Propose, type Stopped } from '../proposal'
import { asBlock } from '../sources'
import { signed } from './call'

type Condition = Record<string, Record<string, string | string[]>>

interface Statement {
  Sid?: string
  Effect: string
  Condition?: Condition
  [key: string]: unknown
}
interface Document {
  Version?: string
  Statement: Statement[]
}

/** The API's policy: what is saved may be right already; else this source is admitted, and nobody else. */
export const resource: Propose = (stopped) => {
  const { doc, hop, check } = stopped
  const api = resourceOf(doc, hop.resource, 'restApi')
  const stage = stageOf(hop.checks)
  if (!api || stage === undefined) return []
  const source = sourceOf(stopped, api)
  // What is deployed is what is saved, so that is what is changed.
  const policy = api.policy === undefined ? { Version: '2012-10-17', Statement: [] } : parsed(api.policy.text)
  if (!policy || !source) return deploySaved(stopped)
  const denying = check.reason === 'explicit-deny' ? statementAt(stopped) : undefined
  const one = denying && spared(policy, source.keys, (s) => equal(s, denying))
  const all = spared(policy, source.keys, () => true)
  const admitted = (to: Document) => allowing(to, doc, hop.resource, api, source.condition)
  const changed = denying ? [one, all, admitted(all ?? policy)] : [admitted(policy), all && admitted(all)]
  return [
    ...deploySaved(stopped),
    ...changed.flatMap((now) =>
      now
        ? [
            {
              label: `Admit ${source.name} in the policy of ${api.physicalId ?? hop.resource}, and deploy ${stage}`,
              patch: deploying(doc, hop.resource, stage, { policy: { text: JSON.stringify(now, null, 2) } }),
            },
          ]
        : [],
    ),
  ]
}

interface Source {
  name: string
  /** Condition keys that name it, in small letters. */
  keys: Record<string, string>
  condition: Condition
}

/** Where the call comes from, as the API sees it: an endpoint of a private one, an address of any other. */
function sourceOf({ doc, trace, hop }: Stopped, api: ResourceOf<'restApi'>): Source | undefined {
  const entrance = trace.hops.find((h) => h.n === hop.n - 1)
  const endpoint = resourceOf(doc, entrance?.resource, 'vpcEndpoint')
  if (endpoint && entrance !== undefined) {
    const name = awsId(doc, entrance.resource)
    return {
      name,
      keys: { 'aws:sourcevpce': name, 'aws:sourcevpc': awsId(doc, endpoint.vpc) },
      condition: { StringEquals: { 'aws:SourceVpce': name } },
    }
  }
  const address = hop.call.source
  if (api.endpointConfiguration.type === 'PRIVATE' || address === undefined) return undefined
  const name = asBlock(address)
  return { name, keys: { 'aws:sourceip': name }, condition: { IpAddress: { 'aws:SourceIp': name } } }
}

/** What is saved goes live: the whole of it, not only what stops the call. */
export function deploySaved({ doc, hop }: Stopped): Proposal[] {
  const stage = stageOf(hop.checks)
  const differs = hop.checks.some((c) => c.id === 'stage.deployed' && c.reason === 'differs')
  if (stage === undefined || !differs) return []
  return [{ label: `Deploy what is saved to ${stage}`, patch: deploying(doc, hop.resource, stage, {}) }]
}

/** The statement of the served policy that denies the call. */
function statementAt({ doc, hop, check }: Stopped): Statement | undefined {
  const served = hop.checks.find((c) => c.id === 'stage.deployed')?.evidence[0]?.value
  const value = check.evidence[0]?.value
  if (typeof served !== 'string' || typeof value !== 'object' || value === null || !('statement' in value))
    return undefined
  const text = resourceOf(doc, hop.resource, 'restApi')?.deployments[served]?.api.policy?.text
  return text === undefined ? undefined : parsed(text)?.Statement[Number(value.statement)]
}

function parsed(text: string): Document | undefined {
  try {
    const value: Document = JSON.parse(text)
    return { ...value, Statement: [value.Statement].flat() }
  } catch {
    return undefined
  }
}

/** A Deny for all but some sources spares this one too; undefined where no such Deny is among those meant. */
function spared(
  policy: Document,
  keys: Record<string, string>,
  meant: (s: Statement) => boolean,
): Document | undefined {
  const Statement = policy.Statement.map((s) => (s.Effect === 'Deny' && meant(s) ? sparing(s, keys) : s))
  return Statement.some((s, i) => s !== policy.Statement[i]) ? { ...policy, Statement } : undefined
}

function sparing(statement: Statement, keys: Record<string, string>): Statement {
  for (const [operator, test] of Object.entries(statement.Condition ?? {}))
    for (const [key, values] of Object.entries(test)) {
      const own = keys[key.toLowerCase()]
      if (own === undefined || !/^((String|Arn)Not(Equals|Like)|NotIpAddress)/i.test(operator)) continue
      return {
        ...statement,
        Condition: { ...statement.Condition, [operator]: { ...test, [key]: [...[values].flat(), own] } },
      }
    }
  return statement
}

function allowing(
  policy: Document,
  doc: TopologyDocument,
  id: string,
  api: ResourceOf<'restApi'>,
  condition: Condition,
): Document {
  const accountId = resourceOf(doc, api.account, 'account')?.accountId ?? '*'
  const statement = {
    Effect: 'Allow',
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: invokeArn({ region: api.region ?? '', accountId }, awsId(doc, id)),
    Condition: condition,
  }
  return { ...policy, Statement: [...policy.Statement, statement] }
}

/** The endpoint's policy: one Allow for this API. */
export const endpoint: Propose = (stopped) => {
  const { doc, check } = stopped
  const id = aboutOf(stopped)
  const held = resourceOf(doc, id, 'vpcEndpoint')
  const api = doc.resources[stopped.trace.hops.find((h) => h.n > stopped.hop.n && h.kind === 'restApi')?.resource ?? '']
  const policy = held?.policyDocument ? parsed(held.policyDocument.text) : undefined
  if (check.reason === 'bad-signature') return signed(stopped)
  if (!policy || !api || check.reason !== 'implicit-deny') return []
  const accountId = resourceOf(doc, api.account, 'account')?.accountId ?? '*'
  const region = api.region ?? ''
  const statement = {
    Effect: 'Allow',
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: `arn:${partitionName(region)}:execute-api:${region}:${accountId}:${api.physicalId ?? '*'}/*`,
  }
  const text = JSON.stringify({ ...policy, Statement: [...policy.Statement, statement] }, null, 2)
  return [
    {
      label: `Allow calls to ${api.physicalId ?? 'the API'} in the policy of ${held?.physicalId ?? id}`,
      patch: [{ op: 'replace', path: pointer(['resources', id, 'policyDocument', 'text']), value: text }],
    },
  ]
}
