import { describe, expect, it } from 'vitest'
import type { Invocation } from '@/lib/invocation/invocation'
import { templates } from '@/lib/templates'
import { addOns } from '@/lib/templates/addOns'
import { buildTemplate } from '@/lib/templates/build'
import type { TopologyDocument } from '@/lib/topology/document'
import { invokeUrls } from '@/lib/urls/invokeUrls'
import { judge } from '@/lib/urls/judge'
import { trace, traceBriefly } from './engine'

const whole = ['on-premises', 'peer', 'custom-domain', 'alb-v2'].filter((name) => addOns.some((a) => a.name === name))
const documents: [string, TopologyDocument][] = [
  ...templates.map(({ name }): [string, TopologyDocument] => [name, buildTemplate(name)]),
  ['private-api with everything', buildTemplate('private-api', { addOns: whole })],
]

/** Every call that the document's URLs make, and some that go wrong at each turning. */
function callsOf(doc: TopologyDocument): Invocation[] {
  const calls: Invocation[] = []
  invokeUrls(doc, {
    trace: (document, call) => {
      calls.push(call)
      return trace(document, call)
    },
  })
  const odd = calls.slice(0, 40).flatMap((call) => {
    const url = new URL(call.url)
    return [
      '/',
      '/dev',
      '/dev//webpage',
      '/d%65v/webpage',
      '/nostage/x',
      `${url.pathname}/`,
      `${url.pathname}?a=1`,
    ].map((path) => ({ ...call, url: `${url.origin}${path}` }))
  })
  return [...calls, ...odd, ...calls.slice(0, 20).map((call) => ({ ...call, method: 'POST', body: '{}' }))]
}

// A copy knows nothing of what was walked before.
const fresh = (doc: TopologyDocument): TopologyDocument => JSON.parse(JSON.stringify(doc))

describe.each(documents)('calls of %s', (_name, doc) => {
  const calls = callsOf(doc)

  it('trace as they would alone, whatever was traced before', () => {
    expect(calls.length).toBeGreaterThan(10)
    for (const call of calls) trace(doc, call)
    // Each alone costs as much as all together: every third of a long list.
    const some = calls.filter((_, i) => calls.length < 100 || i % 3 === 0)
    for (const call of some) expect(trace(doc, call)).toEqual(trace(fresh(doc), call))
  })

  it('are judged alike in brief', () => {
    for (const call of calls) {
      const [brief, full] = [traceBriefly(doc, call), trace(doc, call)]
      expect([judge(brief), brief.outcome, brief.decidedBy]).toEqual([judge(full), full.outcome, full.decidedBy])
    }
  })
})
