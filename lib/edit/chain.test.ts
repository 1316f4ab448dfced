import { describe, expect, it } from 'vitest'
import { schemaVersion, type TopologyDocument } from '@/lib/topology/document'
import type { Kind } from '@/lib/topology/kinds'
import { kindNames } from '@/lib/topology/kinds'
import { applyPatch } from '@/lib/topology/patch'
import { validate } from '@/lib/topology/validate'
import { trace } from '@/lib/trace/engine'
import { opened } from '@/lib/urls/openingCall'
import { linksBetween } from './connect/connect'
import { create } from './create/create'
import { deployment } from './deployment'

const empty: TopologyDocument = { schemaVersion, name: 'Drawn', resources: {}, layout: {} }

function add(document: TopologyDocument, kind: Kind, into?: string): { document: TopologyDocument; id: string } {
  const made = create(document, kind, into)
  if (!made.ok) throw new Error(made.why)
  expect(applyPatch(document, made.change.patch)).toEqual(made.document)
  return made
}

function join(document: TopologyDocument, from: string, to: string, answers: Record<string, unknown> = {}) {
  const links = linksBetween(document, from, to)
  if (!links.ok) throw new Error(links.why)
  return applyPatch(document, links.links[0]?.make(answers).patch ?? [])
}

function drawnChain(): TopologyDocument {
  let document = add(empty, 'vpc').document
  for (const kind of [
    'instance',
    'vpcEndpoint',
    'restApi',
    'vpcLink',
    'loadBalancer',
    'targetGroup',
    'ecsService',
  ] as const)
    document = add(document, kind).document
  document = join(document, 'endpoint', 'api')
  document = join(document, 'vpc-link', 'nlb')
  document = join(document, 'nlb', 'targets')
  document = join(document, 'targets', 'service')
  document = join(document, 'api', 'vpc-link', { path: '/hello' })
  return applyPatch(document, deployment(document, 'api')?.patch ?? [])
}

describe('drawing', () => {
  it('makes the private API chain from nothing, and it traces green', () => {
    const document = drawnChain()
    expect(validate(document)).toMatchObject({ ok: true, errors: [], warnings: [] })
    const found = opened(document, trace, {})
    expect(found?.trace.blockers).toEqual([])
    expect(found?.trace.verdict).toBe('reaches')
    expect(found?.trace.hops.map((hop) => hop.resource)).toEqual([
      'instance',
      'endpoint',
      'api',
      'vpc-link',
      'nlb',
      'service',
    ])
  })

  it('makes every kind in a document that validates, or says what is wanted first', () => {
    let document = add(add(empty, 'vpc').document, 'vpc').document
    for (const kind of kindNames) {
      const made = create(document, kind, 'vpc')
      if (!made.ok) {
        expect(made.why).toContain('Add the')
        continue
      }
      document = made.document
      expect(validate(document), kind).toMatchObject({ ok: true, warnings: [] })
    }
    expect(create(document, 'network').ok).toBe(true)
  })

  it('asks for the VPC where there are several, and says that there is none', () => {
    expect(create(empty, 'vpcEndpoint')).toMatchObject({ ok: false, choices: [] })
    const linked = add(add(empty, 'vpc').document, 'vpcLink').document
    expect(create(linked, 'loadBalancer', 'vpc-link').ok).toBe(true)
    const two = add(add(empty, 'vpc').document, 'vpc').document
    const asked = create(two, 'vpcEndpoint')
    expect(asked.ok ? [] : asked.choices).toEqual(['vpc', 'vpc-2'])
  })

  it('says why two ends take no arrow', () => {
    const document = drawnChain()
    const why = (from: string, to: string) => {
      const links = linksBetween(document, from, to)
      return links.ok ? '' : links.why
    }
    expect(why('vpc-link', 'api')).toBe('The arrow runs the other way: from api to vpc-link.')
    expect(why('vpc-link', 'targets')).toContain('From vpc-link arrows lead to')
    expect(why('targets', 'service')).toContain('registered there already')
    expect(why('api', 'endpoint')).toContain('connected already')
  })
})
