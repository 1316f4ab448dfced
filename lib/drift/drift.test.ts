import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { type Resource, resourceOf, type TopologyDocument } from '@/lib/topology/document'
import { validate } from '@/lib/topology/validate'
import { trace } from '@/lib/trace/engine'
import { driftOf } from './drift'
import { judgedDrift, takenInto } from './effects'

const design = buildTemplate('two-api-chain')
const api = '3i95y1yx06'
const endpoint = 'vpce-0d4d61b31cecd49fc'
const endpointGroup = 'sg-0a0000000000e9001'
const innerGroup = 'web-app-fargate-nlb-internal-tg2'

/** The chain as it was read some time later. */
function inAws(change: (resources: Record<string, Resource>) => void): TopologyDocument {
  const copy: TopologyDocument = JSON.parse(JSON.stringify(design))
  change(copy.resources)
  return copy
}
function of<K extends Resource['kind']>(resources: Record<string, Resource>, id: string, kind: K) {
  const found = resourceOf({ ...design, resources }, id, kind)
  if (!found) throw new Error(`no ${kind} ${id}`)
  return found
}
const said = (live: TopologyDocument) =>
  judgedDrift(design, live, trace).map(({ resource, path, effect }) => [resource, path, effect])

describe('drift', () => {
  it('is nothing where only what nobody designs differs', () => {
    const live = inAws((r) => {
      for (const target of of(r, innerGroup, 'targetGroup').targets) target.health = { state: 'unhealthy' }
      of(r, innerGroup, 'targetGroup').targets.reverse()
      const saved = of(r, api, 'restApi')
      if (saved.policy) saved.policy.text = JSON.stringify(JSON.parse(saved.policy.text))
      const stage = saved.stages.dev
      const served = stage && saved.deployments[stage.deploymentId]
      if (stage && served) {
        saved.deployments = { zzz999: served }
        stage.deploymentId = 'zzz999'
      }
      delete r.internet
    })
    expect(driftOf(design, live)).toEqual([])
  })

  it('is nothing between a design and itself, under whatever logical ids', () => {
    const text = JSON.stringify(design).replaceAll(`"${endpoint}":`, '"entrance":')
    const renamed: TopologyDocument = JSON.parse(
      text
        .replaceAll(`"vpcEndpoint":"${endpoint}"`, '"vpcEndpoint":"entrance"')
        .replaceAll(`"vpcEndpointIds":["${endpoint}"]`, '"vpcEndpointIds":["entrance"]'),
    )
    expect(driftOf(design, renamed)).toEqual([])
  })

  it('says what blocks a call before what has no effect', () => {
    const live = inAws((r) => {
      of(r, endpointGroup, 'securityGroup').ipPermissions = []
      of(r, 'web-app-fargate', 'ecsService').desiredCount = 5
    })
    expect(said(live)).toEqual([
      [endpointGroup, '/ipPermissions', 'blocks a call'],
      ['web-app-fargate', '/desiredCount', 'no effect'],
    ])
    expect(judgedDrift(design, live, trace)[0]?.calls.map(({ from }) => from)).toContain('client-consumer')
  })

  it('tells what is saved from what is served', () => {
    const shut = { text: '{"Version":"2012-10-17","Statement":[]}' }
    const saved = inAws((r) => void Object.assign(of(r, api, 'restApi'), { policy: shut }))
    expect(said(saved)).toEqual([[api, '/policy', 'no effect']])
    const deployed = inAws((r) => {
      const rest = of(r, api, 'restApi')
      for (const { api: frozen } of Object.values(rest.deployments)) frozen.policy = shut
    })
    expect(said(deployed)).toEqual([[api, '/stages', 'blocks a call']])
  })

  it('watches addresses that parted from the targets', () => {
    const live = inAws((r) => {
      const first = of(r, endpoint, 'vpcEndpoint').networkInterfaces[0]
      if (first) first.privateIpAddress = '10.0.0.99'
    })
    const found = driftOf(design, live)
    expect(found.filter(({ parted }) => parted).map(({ resource, path }) => [resource, path])).toEqual([
      [innerGroup, '/targets/0/id'],
    ])
    const judged = judgedDrift(design, live, trace).find(({ parted }) => parted)
    expect(judged?.effect).toBe('makes a call uncertain')
    expect(judged?.calls.length).toBeGreaterThan(0)
  })

  it('takes what is in AWS into the design', () => {
    const live = inAws((r) => {
      of(r, endpointGroup, 'securityGroup').ipPermissions = []
      of(r, endpoint, 'vpcEndpoint').privateDnsEnabled = false
      delete r['vgw-x']
      for (const { api: frozen } of Object.values(of(r, api, 'restApi').deployments)) delete frozen.policy
    })
    const drifts = driftOf(design, live)
    expect(drifts).toHaveLength(3)
    const taken = takenInto(design, drifts)
    expect(taken && driftOf(taken, live)).toEqual([])
    expect(taken && validate(taken).ok).toBe(true)
  })

  it('does not count what was not visible, nor kinds that were not looked for', () => {
    const live = inAws((r) => {
      const group = of(r, endpointGroup, 'securityGroup')
      group.ipPermissions = []
      group.notVisible = [{ path: '/ipPermissions', why: 'accessDenied', ask: 'Which rules?' }]
      for (const id of Object.keys(r)) if (r[id]?.kind === 'networkAcl') delete r[id]
    })
    const kinds = [...new Set(Object.values(live.resources).map(({ kind }) => kind))]
    const place = { account: '111122223333', region: 'cn-northwest-1', at: '2026-11-25T00:00:00Z' }
    live.seen = [{ ...place, kinds }]
    expect(
      driftOf(design, live).filter(({ resource }) => resource === endpointGroup || resource.startsWith('acl-')),
    ).toEqual([])
  })

  it('names what one of the two lacks', () => {
    const live = inAws((r) => {
      delete r.lsm4cw
      r['sg-new'] = {
        kind: 'securityGroup',
        physicalId: 'sg-new',
        vpc: 'vpc-0bbb2222cccc3333d',
        ipPermissions: [],
        ipPermissionsEgress: [],
      }
    })
    expect(driftOf(design, live).map(({ resource, path, op }) => [resource, path, op])).toEqual([
      ['lsm4cw', '', 'remove'],
      ['sg-new', '', 'add'],
    ])
  })
})
