import { resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { readField } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import { refused, timeout } from '../outcome'

export const running = defineCheck(
  'service.running',
  'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html',
  {
    running: '{service} runs {running} of {desired} tasks.',
    none: '{service} runs no task: desired {desired}, running 0. {why}',
    'not-visible': 'Whether {service} runs a task is not known.',
  },
)

/** A service serves while any task of it runs; which deployment it belongs to does not matter. */
export function runningCheck(doc: TopologyDocument, id: string): Finding {
  const read = readField(doc, id, 'ecsService', 'runningCount')
  const service = resourceOf(doc, id, 'ecsService')
  const stopped = service?.tasks.find((t) => t.stoppedReason !== undefined)?.stoppedReason
  const failed = service?.deployments.find((d) => d.rolloutState === 'FAILED')
  const why =
    stopped ?? (failed ? 'Its deployment failed.' : service?.desiredCount === 0 ? 'Raise the desired count.' : '')
  const fill = {
    service: link(doc, id, '/runningCount'),
    running: read.known ? String(read.value) : '',
    desired: String(service?.desiredCount ?? ''),
    why,
  }
  if (!read.known)
    return running.unknown('not-visible', read.missing, [timeout, refused], { fact: 'tasks not known', fill })
  const parts = { fact: `${read.value} running`, fill, resource: id, evidence: read.evidence }
  return read.value > 0 ? running.pass('running', parts) : running.fail('none', [timeout, refused], parts)
}
