import type { Stage, TopologyDocument } from '@/lib/topology/document'
import { pointer } from '@/lib/topology/pointer'
import { read, readField } from '@/lib/topology/read'
import { defineCheck, type Finding, link } from '../check'
import type { Outcome } from '../trace'

export const exists = defineCheck(
  'stage.exists',
  'https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden',
  {
    exists: '{api} has the stage {stage}.',
    missing: '{api} has no stage {stage}. The path of a call begins with the stage.',
    'no-stage': 'The call to {api} names no stage: its path must begin with one.',
    'odd-path':
      'The path does not begin with the stage as it is written: what API Gateway makes of a doubled slash or of percent codes there is not documented. Write the path plainly.',
    'never-deployed': '{api} has no stage at all: it was never deployed.',
    'not-visible': 'Whether {api} has the stage {stage} is not known.',
  },
)

export function existsCheck(
  doc: TopologyDocument,
  id: string,
  name: string,
  refusal: Outcome[],
  odd = false,
): { finding: Finding; stage?: Stage } {
  const stages = readField(doc, id, 'restApi', 'stages')
  const path = pointer(['stages', name])
  const fill = { api: link(doc, id, '/stages'), stage: name }
  const one = read<Stage | undefined>(doc, id, path)
  if (!stages.known || !one.known) {
    const gaps = stages.known ? (one.known ? [] : one.missing) : stages.missing
    return { finding: exists.unknown('not-visible', gaps, refusal, { fact: 'stage not known', fill }) }
  }
  const stage = Object.hasOwn(stages.value, name) ? stages.value[name] : undefined
  if (odd && stage) {
    const gap = { resource: id, path, why: 'notModelled' as const, ask: `Which stage of ${id} does API Gateway take?` }
    return {
      finding: exists.unknown('odd-path', [gap], refusal, { fact: 'stage not known', fill }),
      stage,
    }
  }
  if (stage)
    return {
      finding: exists.pass('exists', { fact: name, fill, evidence: [{ resource: id, path, value: stage }] }),
      stage,
    }
  const names = Object.keys(stages.value)
  const reason = names.length === 0 ? 'never-deployed' : name === '' ? 'no-stage' : 'missing'
  const evidence = [{ resource: id, path: '/stages', value: names }]
  return { finding: exists.fail(reason, refusal, { fact: 'no such stage', fill, evidence }) }
}
