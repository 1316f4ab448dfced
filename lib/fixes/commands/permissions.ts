import { compact, idOf, regionOf, textOf } from '@/lib/export/awsCli/command'
import { type ResourceOf, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import { called, type Flag, fileName, fileOf, line, reads, rowsOf } from './line'
import type { Act, Commands } from './step'

/** https://docs.aws.amazon.com/cli/latest/reference/lambda/add-permission.html */
export const lambdaCommands: Commands = (doc, after, id, operation) => {
  const [before, now] = [doc, after].map((document) => resourceOf(document, id, 'lambdaFunction')?.invokableBy?.text)
  const statement = now === undefined ? undefined : lastOf(now)
  if (keysOf(operation.path)[2] !== 'invokableBy' || before === undefined || now === undefined || !statement) return []
  const where: Flag[] = [['--function-name', idOf(doc, id)], ...regionOf(doc, id)]
  const reading = (text: string) => ({
    of: `The resource policy of ${called(doc, id)}`,
    command: reads('lambda get-policy', where, 'Policy'),
    expects: compact(textOf(doc, text)),
    as: 'words' as const,
  })
  const sid: Flag = ['--statement-id', statement.Sid]
  return [
    {
      does: {
        command: line('lambda add-permission', [
          ...where,
          sid,
          ['--action', 'lambda:InvokeFunction'],
          ['--principal', 'apigateway.amazonaws.com'],
          ['--source-arn', statement.Condition.ArnLike['AWS:SourceArn']],
        ]),
        reading: reading(before),
      },
      undoes: { command: line('lambda remove-permission', [...where, sid]), reading: reading(now) },
    },
  ]
}

interface Permission {
  Sid: string
  Condition: { ArnLike: { 'AWS:SourceArn': string } }
}

function lastOf(text: string): Permission | undefined {
  const { Statement }: { Statement: Permission[] } = JSON.parse(text)
  return Statement.at(-1)
}

/** An inline policy of its own, so that nothing else of the identity is touched: https://docs.aws.amazon.com/cli/latest/reference/iam/put-role-policy.html */
export const principalCommands: Commands = (doc, after, id, operation) => {
  const principal = resourceOf(doc, id, 'principal')
  const [, kind, name] = /:(role|user|assumed-role)\/(?:.*\/)?([^/]+)(?:\/[^/]+)?$/.exec(principal?.arn ?? '') ?? []
  const added = addedPolicy(after, id, principal)
  if (operation.op !== 'add' || added === undefined || kind === undefined || name === undefined) return []
  const of = kind === 'user' ? 'user' : 'role'
  const policyName = 'throughline-execute-api'
  const who: Flag = [`--${of}-name`, name]
  const reading = (expects: string): Act['reading'] => ({
    of: `The inline policies of ${called(doc, id)}`,
    command: reads(`iam list-${of}-policies`, [who], `length(PolicyNames[?@==\`${policyName}\`])`),
    expects,
    as: 'words',
  })
  const file = fileName('policy', name)
  return [
    {
      does: {
        command: line(`iam put-${of}-policy`, [
          who,
          ['--policy-name', policyName],
          ['--policy-document', fileOf(file)],
        ]),
        file: { name: file, text: textOf(doc, added) },
        reading: reading('0'),
      },
      undoes: { command: line(`iam delete-${of}-policy`, [who, ['--policy-name', policyName]]), reading: reading('1') },
    },
  ]
}

const addedPolicy = (after: TopologyDocument, id: string, before: ResourceOf<'principal'> | undefined) =>
  before && resourceOf(after, id, 'principal')?.identityPolicies[before.identityPolicies.length]?.text

/** https://docs.aws.amazon.com/cli/latest/reference/apigateway/update-usage-plan.html */
export const planCommands: Commands = (doc, after, id, operation) => {
  if (keysOf(operation.path)[2] !== 'apiStages') return []
  const of = (document: TopologyDocument) =>
    (resourceOf(document, id, 'usagePlan')?.apiStages ?? []).map((s) => [idOf(doc, s.restApi), s.stage])
  const where: Flag[] = [['--usage-plan-id', idOf(doc, id)], ...regionOf(doc, id)]
  const added = of(after).slice(of(doc).length)
  const act = (op: string, from: TopologyDocument): Act => ({
    command: line('apigateway update-usage-plan', [
      ...where,
      ['--patch-operations', JSON.stringify(added.map((s) => ({ op, path: '/apiStages', value: s.join(':') })))],
    ]),
    reading: {
      of: `The stages of the usage plan ${called(doc, id)}`,
      command: reads('apigateway get-usage-plan', where, 'apiStages[].[apiId,stage]'),
      expects: rowsOf(of(from)),
      as: 'rows',
    },
  })
  return added.length === 0 ? [] : [{ does: act('add', doc), undoes: act('remove', after) }]
}

/** https://docs.aws.amazon.com/cli/latest/reference/ecs/update-service.html */
export const serviceCommands: Commands = (doc, after, id, operation) => {
  const service = resourceOf(doc, id, 'ecsService')
  if (keysOf(operation.path)[2] !== 'desiredCount' || !service) return []
  const name = service.name ?? id
  const region = regionOf(doc, id)
  const act = (from: TopologyDocument, to: TopologyDocument): Act => ({
    command: line('ecs update-service', [
      ['--cluster', service.cluster],
      ['--service', name],
      ['--desired-count', String(resourceOf(to, id, 'ecsService')?.desiredCount ?? 0)],
      ...region,
    ]),
    reading: {
      of: `The desired count of ${name}`,
      command: reads(
        'ecs describe-services',
        [['--cluster', service.cluster], ['--services', name], ...region],
        'services[0].desiredCount',
      ),
      expects: String(resourceOf(from, id, 'ecsService')?.desiredCount ?? 0),
      as: 'words',
    },
  })
  return [{ does: act(doc, after), undoes: act(after, doc) }]
}
