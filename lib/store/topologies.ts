import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { documentBytesMax, schemaVersion, type TopologyDocument } from '@/lib/topology/document'
import { migrate } from '@/lib/topology/migrations'
import { validate } from '@/lib/topology/validate'
import { AppError } from './appError'
import { type Picture, pictureOf } from './picture'
import type { TopologyTable } from './schema'
import type { Store } from './store'

export interface TopologyEntry {
  id: string
  name: string
  revision: number
  picture: Picture
  createdAt: string
  updatedAt: string
}

export interface OpenTopology extends TopologyEntry {
  document: TopologyDocument
  /** A newer product wrote it: it can be looked at, saving would lose what this one does not know. */
  readOnly: boolean
}

type Row = Selectable<TopologyTable>

export async function listTopologies(store: Store): Promise<TopologyEntry[]> {
  const rows = await store.db
    .selectFrom('topology')
    .select(['id', 'name', 'revision', 'picture', 'created_at', 'updated_at'])
    .where('deleted_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .execute()
  return rows.map(entryOf)
}

/** @throws AppError `notFound` */
export async function openTopology(store: Store, id: string): Promise<OpenTopology> {
  const row = await store.db
    .selectFrom('topology')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound()
  return { ...entryOf(row), ...readStored(row.document) }
}

/** A stored document at the present version; a newer one as far as this product understands it, to be looked at. */
export function readStored(text: string): { document: TopologyDocument; readOnly: boolean } {
  const migrated = migrate(JSON.parse(text))
  if (migrated.state !== 'newer') return { ...checked(migrated.document), readOnly: false }
  const result = validate({ ...Object(migrated.document), schemaVersion })
  if (result.ok) return { document: result.document, readOnly: true }
  throw new AppError('newer', `A newer Throughline wrote this topology (schemaVersion ${migrated.version}).`)
}

/** Stores a document that validates, as revision 0 of a new topology. @throws AppError `badInput` */
export async function createTopology(
  store: Store,
  { id, document, name, owner }: { id?: string; document: TopologyDocument; name?: string; owner: string },
): Promise<TopologyEntry> {
  const named = { ...document, name: name ?? document.name }
  const { document: good } = checked(named)
  const now = new Date().toISOString()
  const row: Row = {
    id: id ?? randomUUID(),
    name: good.name,
    document: documentText(good),
    revision: 0,
    picture: JSON.stringify(pictureOf(good)),
    owner,
    created_at: now,
    updated_at: now,
    deleted_at: null,
  }
  await store.write((trx) => trx.insertInto('topology').values(row).execute())
  return entryOf(row)
}

export async function duplicateTopology(store: Store, id: string, owner: string): Promise<TopologyEntry> {
  const { document } = await openTopology(store, id)
  return createTopology(store, { document, name: `${document.name} (copy)`, owner })
}

/** Takes a topology out of sight; `restoreTopology` brings it back as it was. */
export const deleteTopology = (store: Store, id: string): Promise<void> => setDeleted(store, id, new Date())

export const restoreTopology = (store: Store, id: string): Promise<void> => setDeleted(store, id, undefined)

async function setDeleted(store: Store, id: string, at: Date | undefined): Promise<void> {
  const result = await store.write((trx) =>
    trx
      .updateTable('topology')
      .set({ deleted_at: at?.toISOString() ?? null })
      .where('id', '=', id)
      .where('deleted_at', at ? 'is' : 'is not', null)
      .executeTakeFirst(),
  )
  if (result.numUpdatedRows !== 1n) throw notFound()
}

/** The document when it is in order. @throws AppError `badInput` with every problem */
export function checked(value: unknown): { document: TopologyDocument } {
  const result = validate(value)
  if (!result.ok) throw new AppError('badInput', firstProblem(result.errors), result.errors)
  return { document: result.document }
}

function firstProblem(errors: { path: string; message: string }[]): string {
  const [first, ...more] = errors
  const where = first?.path ? `${first.path}: ` : ''
  return `${where}${first?.message ?? ''}${more.length > 0 ? ` And ${more.length} more.` : ''}`
}

/** @throws AppError `tooLarge` */
export function documentText(document: TopologyDocument): string {
  const text = JSON.stringify(document)
  if (text.length > documentBytesMax) {
    const size = (text.length / 1024 / 1024).toFixed(1)
    throw new AppError('tooLarge', `The document has ${size} MB; at most 10 MB are kept.`)
  }
  return text
}

export const notFound = (): AppError => new AppError('notFound', 'There is no such topology, or it was deleted.')

function entryOf(row: Omit<Row, 'document' | 'owner' | 'deleted_at'>): TopologyEntry {
  const picture: Picture = JSON.parse(row.picture)
  const { id, name, revision } = row
  return { id, name, revision, picture, createdAt: row.created_at, updatedAt: row.updated_at }
}
