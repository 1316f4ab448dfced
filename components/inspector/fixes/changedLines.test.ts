import { describe, expect, it } from 'vitest'
import { mend } from '@/components/editor/mend'
import { buildTemplate } from '@/lib/templates/build'
import { applyPatch } from '@/lib/topology/patch'
import { breakages } from '@/lib/trace/breakages'
import { trace } from '@/lib/trace/engine'
import { callOf, openingCall } from '@/lib/urls/openingCall'
import { changedLines } from './changedLines'

const template = buildTemplate('two-api-chain')
const url = openingCall(template, trace)
const opening = url && callOf(url)
if (!opening) throw new Error('nothing to call')
const call = opening

function brokenBy(name: string) {
  const broken = breakages.find((each) => each.name === name)?.apply(template, call, trace(template, call))
  if (!broken?.edit) throw new Error(`${name} breaks nothing`)
  const document = applyPatch(template, broken.edit.patch)
  return { document, mended: mend(document, call) }
}

const lines = (name: string) => {
  const { document, mended } = brokenBy(name)
  return mended.trace.fixes.flatMap(({ patch }) =>
    patch ? changedLines(document, patch).map(({ sign, text }) => `${sign} ${text}`) : [],
  )
}

describe('what a fix changes', () => {
  it('is said by the values that come and go', () => {
    expect(lines('security-group')).toEqual([
      '+ ipPermissions: ipProtocol tcp, fromPort 443, toPort 443, cidrs ["172.16.48.25/32"]',
    ])
    expect(lines('private-dns')).toEqual(['- privateDnsEnabled: false', '+ privateDnsEnabled: true'])
    expect(lines('target-gone')[0]).toMatch(/^\+ targets: id \d+\.\d+\.\d+\.\d+, port 5000, availabilityZone/)
    expect(lines('not-redeployed')).toEqual(['+ stage dev: a new deployment of what is saved'])
  })

  it('of a policy is its lines, not its whole text', () => {
    expect(lines('policy')).toEqual([
      '- "aws:SourceVpce": "vpce-00000000000000000"',
      '+ "aws:SourceVpce": ["vpce-00000000000000000", "vpce-0d4d61b31cecd49fc"]',
    ])
  })
})

describe('what is worked out after the verdict', () => {
  it('shows the hops that a method which is not served leaves out', () => {
    const { document, mended } = brokenBy('not-redeployed')
    const before = trace(document, call)
    expect(before.hops).toHaveLength(3)
    expect(mended.trace.hops.map((hop) => hop.resource)).toEqual(trace(template, call).hops.map((hop) => hop.resource))
    expect(mended.trace.decidedBy).toEqual(before.decidedBy)
    expect(mended.side?.sentence).toContain('Blocked at hop 3 of 10')
  })
})
