'use server'

import { z } from 'zod'
import { action } from '@/lib/auth/doors/action'
import { topologiesHolding } from '@/lib/store/holding'

/** The topologies that hold the ids, names and addresses of a paste; the paste itself stays in the browser. */
export const findTopologies = action({
  role: 'viewer',
  input: z.object({ identifiers: z.array(z.string().trim().min(2).max(253)).max(200) }),
  run: ({ identifiers }, { store }) => topologiesHolding(store, identifiers),
})
