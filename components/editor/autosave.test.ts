import { describe, expect, it } from 'vitest'
import type { Edit } from '@/lib/topology/patch'
import { type Answer, createAutosave, replay, type Save, type Unsaved } from './autosave'

const edit = (name: string): Edit => ({
  label: `Rename to ${name}`,
  patch: [{ op: 'replace', path: '/name', value: name }],
  inverse: [{ op: 'replace', path: '/name', value: 'before' }],
  source: 'user',
})

/** A server that answers what the test says, with time moved by hand. */
function bench(answers: (Answer | Error)[], onShelf?: Unsaved, revision = 3) {
  const said: Save[] = []
  const sent: { revision: number; labels: string[] }[] = []
  const timers: (() => void)[] = []
  let shelf = onShelf
  const autosave = createAutosave({
    revision,
    send: async (at, edits) => {
      sent.push({ revision: at, labels: edits.map((e) => e.label) })
      const answer = answers.shift()
      if (!answer || answer instanceof Error) throw answer ?? new Error('no answer')
      return answer
    },
    shelf: { read: () => shelf, write: (unsaved) => (shelf = unsaved) },
    says: (save) => said.push(save),
    now: () => new Date('2026-11-25T07:02:00Z'),
    later: (run) => timers.push(run),
  })
  const tick = async () => {
    for (const run of timers.splice(0)) run()
    await new Promise((done) => setImmediate(done))
  }
  return { autosave, said, sent, tick, shelf: () => shelf }
}

describe('autosave', () => {
  it('gathers edits into one batch and says when they are saved', async () => {
    const { autosave, sent, said, tick, shelf } = bench([{ kept: true, revision: 5 }])
    autosave.add(edit('a'))
    autosave.add(edit('b'))
    expect(shelf()?.edits).toHaveLength(2)
    await tick()
    expect(sent).toEqual([{ revision: 3, labels: ['Rename to a', 'Rename to b'] }])
    expect(said.at(-1)).toEqual({ word: 'saved', at: new Date('2026-11-25T07:02:00Z') })
    expect(shelf()).toBeUndefined()
    expect(autosave.pending()).toBe(false)
  })

  it('sends a batch without an answer again as it was, then what came after it', async () => {
    const { autosave, sent, said, tick } = bench([
      new Error('offline'),
      { kept: true, revision: 4 },
      { kept: true, revision: 5 },
    ])
    autosave.add(edit('a'))
    await tick()
    expect(said.at(-1)).toEqual({ word: 'offline' })
    autosave.add(edit('b'))
    await tick()
    await tick()
    expect(sent.map((batch) => batch.labels)).toEqual([['Rename to a'], ['Rename to a'], ['Rename to b']])
    expect(sent.map((batch) => batch.revision)).toEqual([3, 3, 4])
  })

  it('stops at a stale revision and takes no further edit', async () => {
    const { autosave, sent, said, tick } = bench([{ kept: false, because: 'stale' }])
    autosave.add(edit('a'))
    await tick()
    expect(said.at(-1)).toEqual({ word: 'stale' })
    autosave.add(edit('b'))
    await tick()
    expect(sent).toHaveLength(1)
  })

  it('sends what a reload found, on the revision it was made on, and goes on from the newer one', async () => {
    const onShelf = { revision: 3, batch: 1, edits: [edit('a')] }
    const { autosave, sent, tick } = bench(
      [
        { kept: true, revision: 4 },
        { kept: true, revision: 6 },
      ],
      onShelf,
      5,
    )
    await tick()
    autosave.add(edit('b'))
    await tick()
    expect(sent).toEqual([
      { revision: 3, labels: ['Rename to a'] },
      { revision: 5, labels: ['Rename to b'] },
    ])
  })
})

describe('replay', () => {
  const document = { schemaVersion: 1 as const, name: 'before', resources: {}, layout: {} }
  it('shows unacknowledged edits on the revision they were made on, and leaves a newer document alone', () => {
    const unsaved = { revision: 3, batch: 0, edits: [edit('a')] }
    expect(replay(document, 3, unsaved)?.name).toBe('a')
    expect(replay(document, 4, unsaved)).toBeUndefined()
  })
})
