'use server'

import { z } from 'zod'
import { action } from '@/lib/auth/doors/action'
import { edit } from '@/lib/store/editSchema'
import { renameTopology, saveEdits as save } from '@/lib/store/saving'
import {
  duplicateTopology as duplicate,
  openTopology,
  deleteTopology as remove,
  restoreTopology as restore,
} from '@/lib/store/topologies'

const one = z.object({ id: z.string() })

/** The document with its revision, as it is stored now. */
export const load = action({
  role: 'viewer',
  input: one,
  run: ({ id }, { store }) => openTopology(store, id),
})

/** Applies edits made on `revision` and answers with the revision after them; refused as `stale` on any other. */
export const saveEdits = action({
  role: 'editor',
  input: one.extend({ revision: z.number().int().min(0), edits: z.array(edit).max(1000) }),
  run: (asked, { store, person }) => save(store, { ...asked, author: person.id }),
})

export const rename = action({
  role: 'editor',
  input: one.extend({ name: z.string().trim().min(1).max(120) }),
  run: ({ id, name }, { store, person }) => renameTopology(store, { id, name, author: person.id }),
})

export const duplicateTopology = action({
  role: 'editor',
  input: one,
  run: ({ id }, { store, person }) => duplicate(store, id, person.id),
})

export const deleteTopology = action({
  role: 'editor',
  input: one,
  run: ({ id }, { store }) => remove(store, id),
})

/** Undoes a delete. */
export const restoreTopology = action({
  role: 'editor',
  input: one,
  run: ({ id }, { store }) => restore(store, id),
})
