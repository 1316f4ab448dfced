import { z } from 'zod'
import { route } from '@/lib/auth/doors/route'

/** The process answers. */
export const GET = route({
  role: 'anyone',
  params: z.object({}),
  run: async () => Response.json({ ok: true, product: 'throughline' }, { headers: { 'cache-control': 'no-store' } }),
})
