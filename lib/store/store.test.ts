import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TopologyDocument } from '@/lib/topology/document'
import type { Edit } from '@/lib/topology/patch'
import { produceEdit } from '@/lib/topology/produce'
import { databaseFile, embedded } from './engines/embedded'
import { type OwnServer, ownPostgres } from './engines/ownServer'
import { postgres } from './engines/postgres'
import { migrateStore } from './migrate'
import { storeMigrations } from './migrations'
import { historyOf, saveEdits } from './saving'
import { openStore, type Store } from './store'
import {
  createTopology,
  deleteTopology,
  duplicateTopology,
  listTopologies,
  openTopology,
  restoreTopology,
} from './topologies'

const empty: TopologyDocument = {
  schemaVersion: 1,
  name: 'Chain',
  resources: { a: { kind: 'account', accountId: '111122223333' } },
  layout: { a: { x: 1, y: 2 } },
}

let server: OwnServer
let folder: string
let store: Store

beforeAll(async () => {
  server = await ownPostgres()
})
afterAll(() => server.stop())

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'throughline-store-'))
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const create = () => createTopology(store, { document: empty, owner: 'owner' })
const moved = (x: number): Edit =>
  produceEdit(empty, `Move to ${x}`, (draft) => {
    draft.layout.a = { x, y: 2 }
  }).edit
const save = (id: string, revision: number, ...edits: Edit[]) =>
  saveEdits(store, { id, revision, edits, author: 'owner' })

describe.each(['the file', 'PostgreSQL'] as const)('on %s', (database) => {
  let url: string | undefined

  beforeEach(async () => {
    url = database === 'PostgreSQL' ? await server.emptyDatabase() : undefined
    store = await openStore(folder, url)
  })

  describe('topologies', () => {
    it('are created, listed with their picture, opened', async () => {
      const { id } = await create()
      const [entry] = await listTopologies(store)
      expect(entry).toMatchObject({ id, name: 'Chain', revision: 0, picture: { resources: 1, accounts: 1, lines: [] } })
      expect(entry?.picture.nodes).toEqual([{ id: 'a', kind: 'account', x: 1, y: 2 }])
      expect((await openTopology(store, id)).document).toEqual(empty)
    })

    it('are duplicated under another name', async () => {
      const { id } = await create()
      const copy = await duplicateTopology(store, id, 'owner')
      expect((await openTopology(store, copy.id)).document).toEqual({ ...empty, name: 'Chain (copy)' })
    })

    it('disappear when deleted and come back as they were', async () => {
      const { id } = await create()
      await deleteTopology(store, id)
      expect(await listTopologies(store)).toEqual([])
      await expect(openTopology(store, id)).rejects.toMatchObject({ code: 'notFound' })
      await expect(deleteTopology(store, id)).rejects.toMatchObject({ code: 'notFound' })
      await restoreTopology(store, id)
      expect((await openTopology(store, id)).document).toEqual(empty)
    })

    it('open read-only when a newer product wrote them, and take no edit', async () => {
      const { id } = await create()
      const newer = JSON.stringify({ ...empty, schemaVersion: 99 })
      await store.db.updateTable('topology').set({ document: newer }).where('id', '=', id).execute()
      expect(await openTopology(store, id)).toMatchObject({ readOnly: true, name: 'Chain' })
      await expect(save(id, 0, moved(5))).rejects.toMatchObject({ code: 'newer' })
    })
  })

  describe('saving', () => {
    it('applies edits in order, each one revision, and keeps them', async () => {
      const { id } = await create()
      expect(await save(id, 0, moved(5), moved(9))).toEqual({ revision: 2 })
      expect((await openTopology(store, id)).document.layout.a).toEqual({ x: 9, y: 2 })
      const history = await historyOf(store, id)
      expect(history.map(({ revision, label }) => [revision, label])).toEqual([
        [2, 'Move to 9'],
        [1, 'Move to 5'],
      ])
      expect(history[0]).toMatchObject({ author: 'owner', source: 'user', patch: moved(9).patch })
    })

    it('refuses a stale write and changes nothing', async () => {
      const { id } = await create()
      await save(id, 0, moved(5))
      await expect(save(id, 0, moved(7))).rejects.toMatchObject({ code: 'stale', details: { revision: 1 } })
      expect((await openTopology(store, id)).document.layout.a).toEqual({ x: 5, y: 2 })
      expect(await historyOf(store, id)).toHaveLength(1)
    })

    it('knows a save again whose answer was lost', async () => {
      const { id } = await create()
      await save(id, 0, moved(5))
      expect(await save(id, 0, moved(5))).toEqual({ revision: 1 })
      expect(await historyOf(store, id)).toHaveLength(1)
    })

    it('of two at once takes one', async () => {
      const { id } = await create()
      const results = await Promise.allSettled([save(id, 0, moved(5)), save(id, 0, moved(6)), save(id, 0, moved(7))])
      expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
      expect((await openTopology(store, id)).revision).toBe(1)
    })

    it('refuses what would break the document, with the path', async () => {
      const { id } = await create()
      const breaking: Edit = {
        label: 'Break',
        source: 'user',
        patch: [{ op: 'add', path: '/resources/s', value: { kind: 'vpcc' } }],
        inverse: [{ op: 'remove', path: '/resources/s' }],
      }
      await expect(save(id, 0, breaking)).rejects.toMatchObject({
        code: 'badInput',
        details: [{ path: '/resources/s/kind', suggestion: 'vpc' }],
      })
      const nowhere: Edit = { ...breaking, patch: [{ op: 'remove', path: '/resources/zzz' }] }
      await expect(save(id, 0, nowhere)).rejects.toMatchObject({ code: 'badInput' })
      expect((await openTopology(store, id)).revision).toBe(0)
    })

    it('renames by an edit like any other', async () => {
      const { id } = await create()
      await save(id, 0, produceEdit(empty, 'Rename', (draft) => void Object.assign(draft, { name: 'Other' })).edit)
      expect((await listTopologies(store))[0]?.name).toBe('Other')
    })

    it('serialises many writers in one process without blocking it', async () => {
      const ids = await Promise.all(Array.from({ length: 10 }, async () => (await create()).id))
      const saved = await Promise.all(ids.map((id, i) => save(id, 0, moved(100 + i))))
      expect(saved.every(({ revision }) => revision === 1)).toBe(true)
    })
  })

  it('keeps nothing of a migration that fails', async () => {
    const engine = url === undefined ? await embedded(folder) : postgres(url)
    const half = async (db: Store['db']) => {
      await sql`create table half (a text)`.execute(db)
      await sql`this is no sql`.execute(db)
    }
    await expect(migrateStore(engine, [...storeMigrations, { name: '002-broken', up: half }])).rejects.toThrow()
    const tables = await store.db.introspection.getTables()
    expect(tables.map((table) => table.name)).not.toContain('half')
    await engine.db.destroy()
  })
})

describe('one PostgreSQL under two servers', () => {
  let url: string
  beforeEach(async () => {
    url = await server.emptyDatabase()
    store = await openStore(folder, url)
  })

  it('loses no edit and takes no revision twice', async () => {
    const { id } = await create()
    const other = await openStore(folder, url)
    const kept = async (from: Store, x: number): Promise<number> => {
      const { revision } = await openTopology(from, id)
      return saveEdits(from, { id, revision, edits: [moved(x)], author: `${x}` }).then(
        (saved) => saved.revision,
        (error) => (error.code === 'stale' ? kept(from, x) : Promise.reject(error)),
      )
    }
    const revisions = await Promise.all([1, 2, 3, 4, 5, 6].map((x) => kept(x % 2 ? store : other, x)))
    await other.close()
    expect(revisions.sort()).toEqual([1, 2, 3, 4, 5, 6])
    expect(await historyOf(store, id)).toHaveLength(6)
  })

  it('is migrated once, with a copy of what was there', async () => {
    const { id } = await create()
    const extra = async (db: Store['db']) => void (await sql`alter table topology add column extra text`.execute(db))
    const two = [postgres(url), postgres(url)]
    const steps = [...storeMigrations, { name: '002-test', up: extra }]
    const reports = await Promise.all(two.map((engine) => migrateStore(engine, steps)))
    expect(reports.flatMap(({ applied }) => applied)).toEqual(['002-test'])
    const schema = reports.flatMap(({ copies }) => copies)[0]?.replace('schema ', '') ?? ''
    expect(schema).toMatch(/^before_002_test_/)
    const copied = await sql<{ id: string }>`select id from ${sql.id(schema, 'topology')}`.execute(store.db)
    expect(copied.rows).toEqual([{ id }])
    for (const engine of two) await engine.db.destroy()
  })

  it('is opened for the first time by both at once', async () => {
    const fresh = await server.emptyDatabase()
    const both = await Promise.all([openStore(folder, fresh), openStore(folder, fresh)])
    expect(both.flatMap((each) => each.migrated.applied)).toEqual(storeMigrations.map((step) => step.name))
    for (const each of both) await each.close()
  })
})

describe('the database file', () => {
  beforeEach(async () => {
    store = await openStore(folder)
  })

  it('is readable by its owner alone and survives a second opening', async () => {
    const { id } = await create()
    expect((await stat(databaseFile(folder))).mode & 0o777).toBe(0o600)
    const again = await openStore(folder)
    expect((await openTopology(again, id)).name).toBe('Chain')
    expect(again.migrated).toEqual({ applied: [], copies: [] })
    await again.close()
  })

  it('is copied before a migration, and the copy holds what was there', async () => {
    const { id } = await create()
    const step = {
      name: '002-test',
      up: async (db: Store['db']) => void (await sql`alter table topology add column extra text`.execute(db)),
    }
    const engine = await embedded(folder)
    const report = await migrateStore(engine, [...storeMigrations, step])
    await engine.db.destroy()
    expect(report.applied).toEqual(['002-test'])
    const [copy] = await readdir(path.join(folder, 'copies'))
    expect(copy).toMatch(/^before-002-test-/)
    const other = await mkdtemp(path.join(tmpdir(), 'throughline-copy-'))
    const { copyFile } = await import('node:fs/promises')
    await copyFile(path.join(folder, 'copies', copy ?? ''), databaseFile(other))
    const old = await openStore(other)
    expect((await openTopology(old, id)).document).toEqual(empty)
    await old.close()
    await rm(other, { recursive: true })
  })
})
