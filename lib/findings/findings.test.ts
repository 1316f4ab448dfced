import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import type { TopologyDocument } from '@/lib/topology/document'
import { atLeast, severities } from './finding'
import { findingsOf } from './findings'

const templates = ['nlb-fargate', 'regional-api', 'private-api', 'cross-account', 'two-api-chain']

describe('findings', () => {
  it('of the templates are the traps that the guide itself describes, and no more', () => {
    const found = Object.fromEntries(
      templates.map((name) => [name, [...new Set(findingsOf(buildTemplate(name)).findings.map((f) => f.rule))]]),
    )
    expect(found).toEqual({
      'nlb-fargate': ['nlb-without-groups'],
      'regional-api': ['public-without-authorization', 'nlb-without-groups'],
      'private-api': ['non-proxy-hides-errors', 'nlb-without-groups'],
      'cross-account': ['non-proxy-hides-errors', 'nlb-without-groups'],
      'two-api-chain': ['open-to-any', 'non-proxy-hides-errors', 'api-id-handed-on', 'nlb-without-groups'],
    })
  })

  it('come most severe first', () => {
    const { findings } = findingsOf(buildTemplate('two-api-chain'))
    const ranks = findings.map((f) => severities.indexOf(f.severity))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    expect([atLeast('high', 'medium'), atLeast('medium', 'medium'), atLeast('low', 'medium')]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('that somebody accepted are kept beside, until their last day', () => {
    const entry = {
      rule: 'open-to-any',
      resource: '3i95y1yx06',
      reason: 'a demonstration',
      by: 'ops',
      until: '2030-01-31',
    }
    const doc: TopologyDocument = { ...buildTemplate('two-api-chain'), suppressed: [entry] }
    const before = findingsOf(buildTemplate('two-api-chain')).findings.length
    const during = findingsOf(doc, '2030-01-31')
    expect(during.suppressed).toMatchObject([
      { reason: 'a demonstration', by: 'ops', until: '2030-01-31', finding: { resource: '3i95y1yx06' } },
    ])
    expect(during.findings).toHaveLength(before - 1)
    expect(findingsOf(doc, '2030-02-01').findings).toHaveLength(before)
    expect(findingsOf(doc).suppressed).toHaveLength(1)
  })

  it('say nothing of what nobody could read', () => {
    const doc = buildTemplate('two-api-chain')
    const hidden: TopologyDocument = {
      ...doc,
      resources: Object.fromEntries(
        Object.entries(doc.resources).map(([id, resource]) => [
          id,
          { ...resource, notVisible: [{ path: '', why: 'accessDenied' as const, ask: 'What is it?' }] },
        ]),
      ),
    }
    expect(findingsOf(hidden).findings).toEqual([])
  })
})
