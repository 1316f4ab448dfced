import { z } from 'zod'

const operation = z.discriminatedUnion('op', [
  z.object({ op: z.enum(['add', 'replace', 'test']), path: z.string(), value: z.unknown() }),
  z.object({ op: z.literal('remove'), path: z.string() }),
  z.object({ op: z.enum(['move', 'copy']), from: z.string(), path: z.string() }),
])

const patch = z.array(operation)

/** An edit as the browser sends it. */
export const edit = z.object({
  label: z.string(),
  patch,
  inverse: patch,
  source: z.enum(['user', 'fix', 'variant', 'import', 'live']),
})
