import { z } from 'zod'
import { topologyDocument } from './schema'

/** The JSON Schema of a topology document, generated: the zod schemas are the source. */
export const topologyJsonSchema = (): unknown => ({
  ...z.toJSONSchema(topologyDocument, { unrepresentable: 'any' }),
  title: 'Throughline topology',
})
