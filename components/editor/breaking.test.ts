import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { applyPatch, equal } from '@/lib/topology/patch'
import { trace } from '@/lib/trace/engine'
import { callOf, openingCall } from '@/lib/urls/openingCall'
import { breakingSteps } from './breaking'
import { editOf } from './editOf'
import { createEditorStore } from './store'

const opened = (template: string) => {
  const document = buildTemplate(template)
  const url = openingCall(document, trace)
  const call = url && callOf(url)
  if (!call) throw new Error('nothing to call')
  return createEditorStore({ id: 'x', readOnly: false, document, call, trace: trace(document, call) }, () => undefined)
}

describe('breaking a hop', () => {
  it('offers at least three breakages on each chain, each of which stops the call and is undone in one step', () => {
    for (const template of ['private-api', 'cross-account', 'two-api-chain']) {
      const store = opened(template)
      const before = store.getState()
      const steps = breakingSteps(store)
      expect(steps.length).toBeGreaterThanOrEqual(3)
      for (const { step } of steps) {
        store.getState().run(step)
        const { document, call, undo } = store.getState()
        if (!call) throw new Error('the call is gone')
        expect([template, step.breakage, trace(document, call).verdict]).not.toContain('reaches')
        undo()
        expect(equal(store.getState().document, before.document)).toBe(true)
        expect(store.getState().call).toBe(before.call)
      }
    }
  })
})

describe('mending', () => {
  it('takes back the breakage alone, whatever was done after it', () => {
    const store = opened('private-api')
    const [first] = breakingSteps(store)
    if (!first) throw new Error('nothing to break')
    store.getState().run(first.step)
    const rename = editOf(store.getState().document, 'Rename', [{ op: 'replace', path: '/name', value: 'Renamed' }])
    store.getState().run({ label: rename.label, edit: rename })
    store.getState().mend()
    const { document, call, past } = store.getState()
    if (!call) throw new Error('the call is gone')
    expect(trace(document, call).verdict).toBe('reaches')
    expect(document.name).toBe('Renamed')
    expect(past.some((step) => step.breakage !== undefined)).toBe(false)
  })
})

describe('the way back of a patch', () => {
  it('restores what was there', () => {
    const document = buildTemplate('nlb-fargate')
    const edit = editOf(document, 'several', [
      { op: 'replace', path: '/name', value: 'other' },
      { op: 'remove', path: '/resources/web-app-fargate-nlb-internal/dnsName' },
      { op: 'add', path: '/layout/a', value: { x: 1, y: 2 } },
      { op: 'add', path: '/resources/web-app-fargate-nlb-tg/targets/0', value: { id: '10.0.0.1' } },
      { op: 'add', path: '/resources/web-app-fargate-nlb-tg/targets/-', value: { id: '10.0.0.2' } },
    ])
    const there = applyPatch(document, edit.patch)
    expect(equal(there, document)).toBe(false)
    expect(equal(applyPatch(there, edit.inverse), document)).toBe(true)
  })
})
