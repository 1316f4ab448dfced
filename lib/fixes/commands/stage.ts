import { idOf, regionOf } from '@/lib/export/awsCli/command'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { keysOf } from '@/lib/topology/pointer'
import { deployment } from './deployment'
import { called, type Flag, line, reads } from './line'
import type { Act, Commands, Step } from './step'

/** https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html#UpdateStage-Patch */
export const stageCommands: Commands = (doc, after, id, operation) => {
  const [, , , stage, field, key] = keysOf(operation.path)
  if (stage === undefined) return []
  if (field === undefined) return [first(doc, id, stage)]
  if (field === 'deploymentId') return [deployment(doc, id, stage)]
  if (field === 'variables' && key !== undefined) return [variable(doc, after, id, stage, key)]
  return field === 'methodSettings' && key !== undefined ? [throttling(doc, after, id, stage, key)] : []
}

const where = (doc: TopologyDocument, id: string): Flag[] => [['--rest-api-id', idOf(doc, id)], ...regionOf(doc, id)]

const stageIn = (doc: TopologyDocument, id: string, stage: string) => resourceOf(doc, id, 'restApi')?.stages[stage]

/** A deployment to a stage that is not there makes it. */
function first(doc: TopologyDocument, id: string, stage: string): Step {
  const api = where(doc, id)
  const at: Flag[] = [...api, ['--stage-name', stage]]
  const description = `Throughline, first of ${stage}`
  const made = reads('apigateway get-stage', at, 'deploymentId')
  return {
    does: {
      command: line('apigateway create-deployment', [...at, ['--description', description]]),
      reading: {
        of: `Stage ${stage} of ${called(doc, id)}`,
        command: reads('apigateway get-stages', api, `length(item[?stageName==\`${stage}\`])`),
        expects: '0',
        as: 'words',
      },
      note: `Everything that is saved of ${called(doc, id)} goes live in stage ${stage}, which is new. To go back, the stage is deleted.`,
    },
    undoes: {
      command: [
        `deployment=$(${made})`,
        line('apigateway delete-stage', at),
        line('apigateway delete-deployment', [...api, ['--deployment-id', { raw: '"$deployment"' }]]),
      ].join('\n'),
      reading: {
        of: `Stage ${stage} of ${called(doc, id)}`,
        command: reads(
          'apigateway get-deployment',
          [...api, ['--deployment-id', { raw: `"$(${made})"` }]],
          'description',
        ),
        expects: description,
        as: 'words',
      },
      note: `Stage ${stage} of ${called(doc, id)} is deleted, and so is the deployment that it serves.`,
    },
  }
}

/** A stage variable acts at once, without a deployment. */
function variable(doc: TopologyDocument, after: TopologyDocument, id: string, stage: string, key: string): Step {
  const at: Flag[] = [...where(doc, id), ['--stage-name', stage]]
  const of = (document: TopologyDocument) => stageIn(document, id, stage)?.variables?.[key]
  const act = (from: string | undefined, to: string | undefined): Act => {
    const path = `/variables/${key}`
    const operation = to === undefined ? { op: 'remove', path } : { op: 'replace', path, value: to }
    return {
      command: line('apigateway update-stage', [...at, ['--patch-operations', JSON.stringify([operation])]]),
      reading: {
        of: `The variable ${key} of stage ${stage} of ${called(doc, id)}`,
        command: reads('apigateway get-stage', at, `variables."${key}"`),
        expects: from ?? 'None',
        as: 'words',
      },
    }
  }
  return { does: act(of(doc), of(after)), undoes: act(of(after), of(doc)) }
}

/** Settings of a stage act at once; the key is the method's, as AWS writes it. */
function throttling(doc: TopologyDocument, after: TopologyDocument, id: string, stage: string, key: string): Step {
  const at: Flag[] = [...where(doc, id), ['--stage-name', stage]]
  const of = (document: TopologyDocument) => {
    const settings = stageIn(document, id, stage)?.methodSettings?.[key]
    return { rate: settings?.throttlingRateLimit ?? 0, burst: settings?.throttlingBurstLimit ?? 0 }
  }
  type Limits = ReturnType<typeof of>
  const act = (from: Limits, to: Limits): Act => {
    const operations = [
      { op: 'replace', path: `/${key}/throttling/rateLimit`, value: String(to.rate) },
      { op: 'replace', path: `/${key}/throttling/burstLimit`, value: String(to.burst) },
    ]
    return {
      command: line('apigateway update-stage', [...at, ['--patch-operations', JSON.stringify(operations)]]),
      reading: {
        of: `The limits of ${key} in stage ${stage} of ${called(doc, id)}`,
        command: reads(
          'apigateway get-stage',
          at,
          `methodSettings."${key}".[throttlingRateLimit,throttlingBurstLimit]`,
        ),
        // A rate is a fraction in AWS, and printed as one.
        expects: `${Number.isInteger(from.rate) ? from.rate.toFixed(1) : from.rate}\t${from.burst}`,
        as: 'rows',
      },
    }
  }
  return { does: act(of(doc), of(after)), undoes: act(of(after), of(doc)) }
}
