import { z } from 'zod'
import { schemaVersion } from './document'
import { hole, ref } from './field'
import { type Kind, kinds } from './kinds'

/**
 * The shape of the document. Only what reads or describes documents needs it; everything else works on the types of
 * `document.ts`, so that a page does not carry zod.
 */

const kindSchemas = Object.values(kinds) as [(typeof kinds)['account'], ...(typeof kinds)[Kind][]]

export const resource = z.discriminatedUnion('kind', kindSchemas)

export const seen = z.looseObject({
  account: ref('account'),
  region: z.string(),
  kinds: z.array(z.string()),
  except: z
    .array(z.looseObject({ kind: z.string(), why: hole.shape.why, ask: z.string(), permission: z.string().optional() }))
    .optional(),
})

export const place = z.looseObject({
  x: z.number(),
  y: z.number(),
  w: z.number().optional(),
  h: z.number().optional(),
})

/** A finding that somebody accepts: who, why, and until which day. */
const suppression = z.looseObject({
  rule: z.string(),
  resource: z.string(),
  reason: z.string(),
  by: z.string().optional(),
  until: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'A day is written YYYY-MM-DD.')
    .optional(),
})

/** The document. No `seen`: closed, nothing else exists. `layout` never changes a verdict. */
export const topologyDocument = z.looseObject({
  schemaVersion: z.literal(schemaVersion),
  name: z.string(),
  resources: z.record(z.string(), resource),
  layout: z.record(z.string(), place),
  seen: z.array(seen).optional(),
  expectations: z.array(z.unknown()).optional(),
  suppressed: z.array(suppression).optional(),
})
