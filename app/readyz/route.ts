import { z } from 'zod'
import { route } from '@/lib/auth/doors/route'
import { isReady } from '@/lib/store/ready'

/** The process and its database answer; 503 while the database does not. */
export const GET = route({
  role: 'anyone',
  params: z.object({}),
  async run({ store }) {
    const ok = await isReady(store)
    return Response.json({ ok }, { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
  },
})
