import type { Transaction } from 'kysely'
import type { TopologyDocument } from '@/lib/topology/document'
import { applyPatch, type Edit, equal, PatchError } from '@/lib/topology/patch'
import { produceEdit } from '@/lib/topology/produce'
import { AppError } from './appError'
import { pictureOf } from './picture'
import type { Tables } from './schema'
import type { Store } from './store'
import { checked, documentText, notFound, openTopology, readStored } from './topologies'

export interface Save {
  id: string
  /** The revision the edits were made on. */
  revision: number
  edits: Edit[]
  author: string
}

/**
 * Applies edits to the stored document and keeps them in the history: compare-and-set on the revision, all or nothing.
 * What it answers is on disk. @throws AppError `stale` when somebody saved meanwhile, `badInput` when the result is no
 * topology, `newer` when a newer product wrote the document
 */
export async function saveEdits(store: Store, save: Save): Promise<{ revision: number }> {
  const edits = save.edits.filter((edit) => edit.patch.length > 0)
  return store.write(async (trx) => {
    const row = await trx
      .selectFrom('topology')
      .select(['document', 'revision'])
      .where('id', '=', save.id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (!row) throw notFound()
    if (row.revision !== save.revision) {
      if (await alreadySaved(trx, save, edits)) return { revision: save.revision + edits.length }
      throw new AppError('stale', 'Somebody saved this topology meanwhile. Reload it to see their changes.', {
        revision: row.revision,
      })
    }
    if (edits.length === 0) return { revision: row.revision }
    const revision = row.revision + edits.length
    const document = applied(row.document, edits)
    const at = new Date().toISOString()
    const updated = await trx
      .updateTable('topology')
      .set({
        name: document.name,
        document: documentText(document),
        picture: JSON.stringify(pictureOf(document)),
        revision,
        updated_at: at,
      })
      .where('id', '=', save.id)
      .where('revision', '=', save.revision)
      .executeTakeFirst()
    if (updated.numUpdatedRows !== 1n) throw new Error('The revision changed inside a write transaction.')
    await trx
      .insertInto('edit')
      .values(
        edits.map((edit, i) => ({
          topology: save.id,
          revision: save.revision + i + 1,
          label: edit.label,
          patch: JSON.stringify(edit.patch),
          inverse: JSON.stringify(edit.inverse),
          source: edit.source,
          author: save.author,
          at,
        })),
      )
      .execute()
    return { revision }
  })
}

/** Renames by an edit like any other, on whatever revision there is now. */
export async function renameTopology(
  store: Store,
  { id, name, author }: { id: string; name: string; author: string },
): Promise<{ revision: number }> {
  const { document, revision } = await openTopology(store, id)
  const { edit } = produceEdit(document, `Rename to ${name}`, (draft) => {
    draft.name = name
  })
  return saveEdits(store, { id, revision, edits: [edit], author })
}

function applied(stored: string, edits: Edit[]): TopologyDocument {
  const { document, readOnly } = readStored(stored)
  if (readOnly) throw new AppError('newer', 'A newer Throughline wrote this topology; here it can only be looked at.')
  try {
    return checked(edits.reduce((before, edit) => applyPatch(before, edit.patch), document)).document
  } catch (error) {
    if (error instanceof PatchError) throw new AppError('badInput', `The edit does not apply: ${error.message}.`)
    throw error
  }
}

// An answer that was lost on the way makes the browser send the same edits again: they are in the history already.
async function alreadySaved(trx: Transaction<Tables>, save: Save, edits: Edit[]): Promise<boolean> {
  if (edits.length === 0) return false
  const rows = await trx
    .selectFrom('edit')
    .select(['revision', 'patch', 'author'])
    .where('topology', '=', save.id)
    .where('revision', '>', save.revision)
    .where('revision', '<=', save.revision + edits.length)
    .orderBy('revision')
    .execute()
  return (
    rows.length === edits.length &&
    rows.every((row, i) => row.author === save.author && equal(JSON.parse(row.patch), edits[i]?.patch))
  )
}

export interface HistoryEntry extends Edit {
  revision: number
  author: string
  at: string
}

/** The history, newest first. */
export async function historyOf(store: Store, id: string, limit = 200): Promise<HistoryEntry[]> {
  const rows = await store.db
    .selectFrom('edit')
    .selectAll()
    .where('topology', '=', id)
    .orderBy('revision', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ revision, label, patch, inverse, source, author, at }) => ({
    revision,
    label,
    patch: JSON.parse(patch),
    inverse: JSON.parse(inverse),
    source: sourceOf(source),
    author,
    at,
  }))
}

const sources = ['user', 'fix', 'variant', 'import', 'live'] as const
const sourceOf = (word: string): Edit['source'] => sources.find((source) => source === word) ?? 'user'
