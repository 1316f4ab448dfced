import { invokeArn } from '@/lib/naming/arns'
import { awsId } from '@/lib/network/perDocument'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { called, type Propose } from '../proposal'
import { leadingTo } from './integrations'
import { parsed } from './statements'

const arnOf = (doc: TopologyDocument, id: string, stage?: string, verb?: string, path?: string) => {
  const api = doc.resources[id]
  const accountId = resourceOf(doc, api?.account, 'account')?.accountId ?? '*'
  return invokeArn({ region: api?.region ?? '', accountId }, awsId(doc, id), stage, verb, path)
}

/** What `lambda add-permission` writes: https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html */
export const invokable: Propose = (stopped) => {
  const { doc } = stopped
  const leading = leadingTo(stopped)
  const id = leading?.integration.function
  const lambda = resourceOf(doc, id, 'lambdaFunction')
  if (!leading || id === undefined || !lambda) return []
  const path = leading.api.resources[leading.resource]?.path.replace(/^\//, '').replaceAll(/\{[^}]*\}/g, '*') ?? '*'
  const source = arnOf(doc, leading.id, leading.stage, leading.verb === 'ANY' ? '*' : leading.verb, path)
  const policy = parsed(lambda.invokableBy?.text ?? '{"Version":"2012-10-17","Statement":[]}')
  if (!policy) return []
  const statement = {
    Sid: `api-${leading.name}`,
    Effect: 'Allow',
    Principal: { Service: 'apigateway.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: lambda.arn ?? '*',
    Condition: { ArnLike: { 'AWS:SourceArn': source } },
  }
  const text = JSON.stringify({ ...policy, Statement: [...policy.Statement, statement] }, null, 2)
  return [
    {
      label: `Let ${leading.name} invoke ${called(doc, id)} for ${leading.verb} /${path}`,
      patch: [{ op: 'add', path: pointer(['resources', id, 'invokableBy']), value: { text } }],
    },
  ]
}

/** One policy more for the identity that signs: this API, and nothing else. */
export const identity: Propose = ({ doc, trace, hop, check }) => {
  const id = check.evidence[0]?.resource ?? trace.invocation.signer
  const principal = resourceOf(doc, id, 'principal')
  if (id === undefined || !principal || check.reason !== 'implicit-deny') return []
  const statement = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: arnOf(doc, hop.resource) }
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2)
  return [
    {
      label: `Allow ${called(doc, id)} to call ${called(doc, hop.resource)}`,
      patch: [{ op: 'add', path: pointer(['resources', id, 'identityPolicies', '-']), value: { text } }],
    },
  ]
}
