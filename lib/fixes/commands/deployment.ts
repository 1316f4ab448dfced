import { idOf, regionOf } from '@/lib/export/awsCli/command'
import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { goesLive } from '../goesLive'
import { called, type Flag, line, reads } from './line'
import type { Step } from './step'

/**
 * A stage gets what is saved, and goes back to the deployment it served.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html
 */
export function deployment(doc: TopologyDocument, id: string, stage: string): Step {
  const held = resourceOf(doc, id, 'restApi')?.stages[stage]
  const before = held?.deploymentId ?? ''
  const api: Flag[] = [['--rest-api-id', idOf(doc, id)], ...regionOf(doc, id)]
  const at: Flag[] = [...api, ['--stage-name', stage]]
  // Says whose deployment it is, so that undoing it never undoes somebody else's.
  const description = `Throughline, after ${before}`
  const served = reads('apigateway get-stage', at, 'deploymentId')
  const to = (value: string, raw = false): Flag => {
    const words = `op=replace,path=/deploymentId,value=${value}`
    return ['--patch-operations', raw ? { raw: `"${words}"` } : words]
  }
  // With a canary on, a deployment to the stage is the canary's; the stage itself is pointed to it by its id:
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html
  const make: Flag[] = [...api, ['--description', description]]
  const command = held?.canarySettings
    ? `deployment=$(${reads('apigateway create-deployment', make, 'id')})\n${line('apigateway update-stage', [...at, to('$deployment', true)])}`
    : line('apigateway create-deployment', [...at, ['--description', description]])
  return {
    does: {
      command,
      reading: { of: `Stage ${stage} of ${called(doc, id)}`, command: served, expects: before, as: 'words' },
      note: goesLive(doc, id, stage),
    },
    undoes: {
      command: [
        `made=$(${served})`,
        line('apigateway update-stage', [...at, to(before)]),
        line('apigateway delete-deployment', [...api, ['--deployment-id', { raw: '"$made"' }]]),
      ].join('\n'),
      reading: {
        of: `Stage ${stage} of ${called(doc, id)}`,
        command: reads(
          'apigateway get-deployment',
          [...api, ['--deployment-id', { raw: `"$(${served})"` }]],
          'description',
        ),
        expects: description,
        as: 'words',
      },
      note: `Stage ${stage} of ${called(doc, id)} goes back to deployment ${before}, and the one that was made is deleted.`,
    },
  }
}
