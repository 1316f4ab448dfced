'use server'

import { z } from 'zod'
import { action } from '@/lib/auth/doors/action'
import { fromTemplate } from '@/lib/store/fromTemplate'
import { documentFromText } from '@/lib/store/reading'
import { createTopology, listTopologies as list } from '@/lib/store/topologies'

/** The topologies with what their pictures need, last changed first. */
export const listTopologies = action({
  role: 'viewer',
  input: z.undefined(),
  run: (_none, { store }) => list(store),
})

/** A new topology from a template, in a region and a variant of it. */
export const createFromTemplate = action({
  role: 'editor',
  input: z.object({
    template: z.string(),
    variant: z.string().optional(),
    region: z.string().optional(),
    name: z.string().trim().min(1).max(120).optional(),
  }),
  run: (asked, { store, person }) => createTopology(store, { ...fromTemplate(asked), owner: person.id }),
})

/** A new topology from a document's JSON text; one with errors changes nothing and lists them with their paths. */
export const uploadDocument = action({
  role: 'editor',
  input: z.object({ text: z.string() }),
  run: ({ text }, { store, person }) => createTopology(store, { document: documentFromText(text), owner: person.id }),
})
