import { describe, expect, it } from 'vitest'
import { documentOf, readCases } from './read'

const minimal = {
  topology: { template: 'nlb-fargate' },
  cases: [
    { id: 'a', from: 'client', curl: 'curl http://a/', expect: { verdict: 'reaches', outcome: { kind: 'response' } } },
  ],
}

const problemsOf = (value: unknown) => {
  const read = readCases(JSON.stringify(value))
  return read.ok ? [] : read.problems
}

describe('a CASES file', () => {
  it('is read, and keeps fields of its own beside a case', () => {
    const [first] = minimal.cases
    const read = readCases(JSON.stringify({ ...minimal, cases: [{ ...first, note: 'mine' }] }))
    expect(read).toMatchObject({ ok: true, file: { cases: [{ id: 'a', note: 'mine' }] } })
  })

  it('names the path of what is wrong', () => {
    const [first] = minimal.cases
    expect(problemsOf({ ...minimal, cases: [{ ...first, from: '' }] })).toMatchObject([{ path: '/cases/0/from' }])
    const strange = { ...first, expect: { ...first?.expect, verdit: 'reaches' } }
    expect(problemsOf({ ...minimal, cases: [strange] })).toMatchObject([{ path: '/cases/0/expect' }])
    expect(problemsOf({ cases: [] })).toMatchObject([{ path: '/topology' }])
    expect(readCases('{')).toMatchObject({ ok: false, problems: [{ path: '' }] })
  })
})

describe('the topology of a CASES file', () => {
  const from = async (topology: unknown, load: (path: string) => Promise<unknown> = async () => undefined) => {
    const read = readCases(JSON.stringify({ topology, cases: [] }))
    if (!read.ok) throw new Error('not read')
    return documentOf(read.file, load)
  }

  it('is a template with region and add-ons, a document, or a path handed on', async () => {
    const moved = await from({ template: 'private-api', region: 'us-east-1', addOns: ['peer'] })
    expect(JSON.stringify(moved)).toContain('com.amazonaws.us-east-1.execute-api')
    expect(moved).toMatchObject({ resources: { 'client-peer': { kind: 'instance' } } })
    const document = { schemaVersion: 1, name: 'x', resources: {}, layout: {} }
    expect(await from(document)).toEqual(document)
    expect(await from('../chain.json', async (path) => path)).toBe('../chain.json')
  })

  it('fails for a template that does not exist, with the nearest', async () => {
    await expect(from({ template: 'private-ap' })).rejects.toThrow('private-api')
  })
})
