import { describe, expect, it } from 'vitest'
import { buildTemplate } from '@/lib/templates/build'
import { applyPatch } from '@/lib/topology/patch'
import { breakages } from '@/lib/trace/breakages'
import { trace } from '@/lib/trace/engine'
import { opened } from '@/lib/urls/openingCall'
import { cellOf, hopStatus, lanes, sessionsOf } from './lanes'

const chain = () => {
  const document = buildTemplate('two-api-chain')
  const open = opened(document, trace, {})
  if (!open) throw new Error('nothing to call')
  return { document, ...open }
}

const brokenBy = (name: string) => {
  const { document, call, trace: before } = chain()
  const broken = breakages.find((each) => each.name === name)?.apply(document, call, before)
  return trace(broken?.edit ? applyPatch(document, broken.edit.patch) : document, broken?.call ?? call)
}

describe('the hop strip', () => {
  it('shows one TLS session to each API and plain HTTP behind the last', () => {
    const sessions = sessionsOf(chain().trace)
    expect(sessions.map(({ at, span }) => [at, span])).toEqual([
      [0, 3],
      [3, 4],
      [7, 3],
    ])
    expect(sessions.map(({ status }) => status)).toEqual(['passes', 'passes', 'unchecked'])
    expect(sessions[2]?.says).toBe('none: plain HTTP')
  })

  it('lets the fact speak that people look for', () => {
    const { trace: answer } = chain()
    const facts = answer.hops.map((hop) => cellOf(answer, hop, 'forward').check?.fact)
    expect(facts[2]).toBe('GET → link')
    expect(facts[4]).toBe('443 → tg')
  })

  it('hatches what is never reached, and marks the one hop that stops the call', () => {
    const answer = brokenBy('policy')
    const statuses = answer.hops.map((hop) => hopStatus(answer, hop))
    expect(statuses.filter((status) => status === 'blocked')).toHaveLength(1)
    expect(statuses[6]).toBe('blocked')
    expect(statuses.slice(7)).toEqual(['unchecked', 'unchecked', 'unchecked'])
    const seventh = answer.hops[6]
    if (!seventh) throw new Error('no hop 7')
    expect(lanes.map((lane) => cellOf(answer, seventh, lane).status)).toContain('blocked')
    expect(sessionsOf(answer).at(-1)).toMatchObject({ status: 'unchecked', says: '' })
  })

  it('hatches what stands behind the stop in its own hop, and a session that never begins', () => {
    const answer = brokenBy('security-group')
    const [, second] = answer.hops
    if (!second) throw new Error('no hop 2')
    expect(cellOf(answer, second, 'network')).toMatchObject({ status: 'blocked', reached: true })
    expect(cellOf(answer, second, 'permission')).toEqual({
      lane: 'permission',
      status: 'unchecked',
      reached: false,
      checks: [],
    })
    expect(sessionsOf(answer)[0]).toMatchObject({ at: 0, span: 2, status: 'unchecked', says: '' })
    const host = brokenBy('wrong-host')
    expect(sessionsOf(host)[0]).toMatchObject({ status: 'passes' })
  })
})
