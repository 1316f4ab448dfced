import { invokeArn, partitionName } from '@/lib/naming/arns'
import { awsId } from '@/lib/network/perDocument'
import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { deploying, stageOf } from '../deployment'
import { aboutOf, type Proposal, type Propose, type Stopped } from '../proposal'
import { signed } from './call'

interface Statement {
  Sid?: string
  Effect: string
  Condition?: Record<string, Record<string, string | string[]>>
  [key: string]: unknown
}
interface Document {
  Version?: string
  Statement: Statement[]
}

/** The API's policy: what is saved may be right already; else this source is admitted, and nobody else. */
export const resource: Propose = (stopped) => {
  const { doc, hop, check, trace } = stopped
  const api = resourceOf(doc, hop.resource, 'restApi')
  const stage = stageOf(hop.checks)
  if (!api || stage === undefined) return []
  const proposals: Proposal[] = deploySaved(stopped)
  const entrance = trace.hops.find((h) => h.n === hop.n - 1)
  const endpoint = resourceOf(doc, entrance?.resource, 'vpcEndpoint')
  const text = servedText(doc, stopped)
  const policy = text === undefined ? { Version: '2012-10-17', Statement: [] } : parsed(text)
  if (!policy || !endpoint || entrance === undefined) return proposals
  const keys = { 'aws:sourcevpce': awsId(doc, entrance.resource), 'aws:sourcevpc': awsId(doc, endpoint.vpc) }
  const changed =
    check.reason === 'explicit-deny'
      ? spared(policy, statementAt(stopped), keys)
      : allowing(policy, doc, hop.resource, api, awsId(doc, entrance.resource))
  if (!changed) return proposals
  const patch = deploying(doc, hop.resource, stage, { policy: { text: JSON.stringify(changed, null, 2) } })
  return [
    ...proposals,
    {
      label: `Admit ${awsId(doc, entrance.resource)} in the policy of ${api.physicalId ?? hop.resource}, and deploy ${stage}`,
      patch,
    },
  ]
}

/** What is saved goes live: the whole of it, not only what stops the call. */
export function deploySaved({ doc, hop }: Stopped): Proposal[] {
  const stage = stageOf(hop.checks)
  const differs = hop.checks.some((c) => c.id === 'stage.deployed' && c.reason === 'differs')
  if (stage === undefined || !differs) return []
  return [{ label: `Deploy what is saved to ${stage}`, patch: deploying(doc, hop.resource, stage, {}) }]
}

function servedText(doc: TopologyDocument, { hop }: Stopped): string | undefined {
  const served = hop.checks.find((c) => c.id === 'stage.deployed')?.evidence[0]?.value
  return typeof served === 'string'
    ? resourceOf(doc, hop.resource, 'restApi')?.deployments[served]?.api.policy?.text
    : undefined
}

function statementAt({ check }: Stopped): number {
  const value = check.evidence[0]?.value
  return typeof value === 'object' && value !== null && 'statement' in value ? Number(value.statement) : -1
}

function parsed(text: string): Document | undefined {
  try {
    const value: Document = JSON.parse(text)
    return { ...value, Statement: [value.Statement].flat() }
  } catch {
    return undefined
  }
}

/** A Deny for all but some sources spares this one too. */
function spared(policy: Document, at: number, keys: Record<string, string>): Document | undefined {
  const statement = policy.Statement[at]
  for (const [operator, test] of Object.entries(statement?.Condition ?? {}))
    for (const [key, values] of Object.entries(test)) {
      const own = keys[key.toLowerCase()]
      if (!statement || own === undefined || !/^(String|Arn)Not(Equals|Like)/i.test(operator)) continue
      const condition = { ...statement.Condition, [operator]: { ...test, [key]: [...[values].flat(), own] } }
      return { ...policy, Statement: policy.Statement.map((s, i) => (i === at ? { ...s, Condition: condition } : s)) }
    }
  return undefined
}

function allowing(
  policy: Document,
  doc: TopologyDocument,
  id: string,
  api: ResourceOf<'restApi'>,
  vpce: string,
): Document {
  const accountId = resourceOf(doc, api.account, 'account')?.accountId ?? '*'
  const arn = invokeArn({ region: api.region ?? '', accountId }, awsId(doc, id))
  const statement = {
    Effect: 'Allow',
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: arn,
    ...(api.endpointConfiguration.type === 'PRIVATE'
      ? { Condition: { StringEquals: { 'aws:SourceVpce': vpce } } }
      : {}),
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
