import { describe, expect, it } from 'vitest'
import { subnets, vpcs } from '@/lib/network/perDocument'
import { templates } from '@/lib/templates'
import { buildTemplate } from '@/lib/templates/build'
import { trace } from '@/lib/trace/engine'
import type { Hop } from '@/lib/trace/trace'
import { vantagesOf } from '@/lib/urls/vantages'
import { callsOf } from './calls'

/** Every check that leaves a call open, with its reason. */
function openReasons(hops: readonly Hop[]): string[] {
  return hops.flatMap((hop) => [
    ...hop.checks.flatMap((c) => (c.verdict === 'unknown' ? [`${c.id} ${c.reason}`] : [])),
    ...(hop.branches ?? []).flatMap((branch) => openReasons(branch.hops)),
  ])
}

/** Which of two ids counts; whose alias an endpoint serves; and a VPC as vantage, of which some subnets have a route. */
const settledNowhere = ['api-selection.api both', 'api-selection.api other-endpoint', 'route.some-ways some-closed']

describe('the templates, every call from every place', () => {
  const reasons = new Map<string, number>()
  let [all, unknown] = [0, 0]
  for (const { name } of templates) {
    const doc = buildTemplate(name)
    const drawn = vantagesOf(doc)
    const places = [...subnets(doc), ...vpcs(doc)].map(([id]) => id)
    for (const vantage of new Set([...drawn, 'internet', ...places]))
      for (const { invocation } of callsOf(doc)) {
        const { verdict, hops } = trace(doc, { ...invocation, vantage })
        all++
        if (verdict !== 'unknown') continue
        unknown++
        const [why = 'no reason'] = openReasons(hops)
        reasons.set(why, (reasons.get(why) ?? 0) + 1)
      }
  }

  it('leave at most 8 in 100 open, each for a reason that no AWS page settles', () => {
    console.log(`${unknown} of ${all} open:`, Object.fromEntries(reasons))
    expect(unknown / all).toBeLessThanOrEqual(0.08)
    expect([...reasons.keys()].sort()).toEqual(settledNowhere)
  })
})
