import type { Point } from '@/lib/network/point'
import type { TopologyDocument } from '@/lib/topology/document'
import { checkOf, defineCheck, type Finding, link } from '../check'
import { timeout } from '../outcome'

export const someWaysCheck = defineCheck(
  'route.some-ways',
  'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
  {
    'all-closed': 'Each of the {all} ways to {to} is closed, by different checks. {why}',
    'some-closed': '{closed} of the {all} ways to {to} are closed: {why} Which way a call takes is chance.',
  },
)

/** Several addresses, and not all of them answer: the call may take an open way or a closed one. */
export function someWays(
  doc: TopologyDocument,
  closed: number,
  all: number,
  to: Point,
  failure: Finding | undefined,
): Finding {
  const check = failure && checkOf(failure)
  const why = check?.says ?? ''
  const parts = {
    fact: `${all - closed}/${all} open`,
    fill: { closed: String(closed), all: String(all), to: link(doc, to.resource), why },
    evidence: check?.evidence ?? [],
    ...(check?.resource === undefined ? {} : { resource: check.resource }),
  }
  if (closed === all) return someWaysCheck.fail('all-closed', [timeout], parts)
  const ask = `Which address of ${to.resource} does the call take?`
  return someWaysCheck.unknown(
    'some-closed',
    [{ resource: to.resource, path: '', why: 'notModelled', ask }],
    [timeout],
    parts,
  )
}
