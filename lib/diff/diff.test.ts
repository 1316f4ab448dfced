import { describe, expect, it } from 'vitest'
import type { TopologyDocument } from '@/lib/topology/document'
import { diff } from './diff'

const base: TopologyDocument = {
  schemaVersion: 1,
  name: 'a',
  layout: {},
  resources: {
    'vpc-1': {
      kind: 'vpc',
      physicalId: 'vpc-1',
      cidrBlocks: ['10.0.0.0/16', '10.1.0.0/16'],
      enableDnsSupport: true,
      enableDnsHostnames: true,
    },
    'sg-1': {
      kind: 'securityGroup',
      physicalId: 'sg-1',
      name: 'web',
      vpc: 'vpc-1',
      ipPermissions: [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrs: ['10.0.0.0/16'] }],
      ipPermissionsEgress: [],
    },
  },
}
const changed = (change: (doc: TopologyDocument) => void): TopologyDocument => {
  const copy: TopologyDocument = JSON.parse(JSON.stringify(base))
  change(copy)
  return copy
}

describe('diff', () => {
  it('finds nothing where only layout and the order of a list differ', () => {
    const other = changed((doc) => {
      doc.layout['vpc-1'] = { x: 1, y: 2 }
      const vpc = doc.resources['vpc-1']
      if (vpc?.kind === 'vpc') vpc.cidrBlocks.reverse()
    })
    expect(diff(base, other)).toEqual([])
  })
  it('names the field that differs, before and after', () => {
    const other = changed((doc) => {
      const group = doc.resources['sg-1']
      if (group?.kind === 'securityGroup') Object.assign(group.ipPermissions[0] ?? {}, { fromPort: 80 })
    })
    expect(diff(base, other)).toEqual([
      { resource: 'sg-1', path: '/ipPermissions/0/fromPort', op: 'replace', before: 443, after: 80 },
    ])
  })
  it('says what was added and removed', () => {
    const other = changed((doc) => {
      delete doc.resources['sg-1']
      doc.resources['vpc-2'] = { kind: 'vpc', cidrBlocks: [], enableDnsSupport: true, enableDnsHostnames: true }
    })
    expect(diff(base, other).map(({ resource, op }) => [resource, op])).toEqual([
      ['sg-1', 'remove'],
      ['vpc-2', 'add'],
    ])
  })
  it('matches by physical id under other logical ids, and follows references there', () => {
    const renamed: TopologyDocument = JSON.parse(
      JSON.stringify(base).replaceAll('"vpc-1":', '"main":').replace('"vpc":"vpc-1"', '"vpc":"main"'),
    )
    expect(Object.keys(renamed.resources)).toContain('main')
    expect(diff(base, renamed)).toEqual([])
  })
  it('matches by name and place where there is no id', () => {
    const planned = (doc: TopologyDocument, id: string) => {
      const { physicalId: _gone, ...rest } = base.resources['sg-1'] ?? { kind: 'account', accountId: '1' }
      doc.resources = { ...doc.resources, [id]: rest as TopologyDocument['resources'][string] }
      delete doc.resources['sg-1']
    }
    expect(
      diff(
        changed((d) => planned(d, 'x')),
        changed((d) => planned(d, 'y')),
      ),
    ).toEqual([])
  })
})
