import { z } from 'zod'
import { route } from '@/lib/auth/doors/route'
import { downloadOf } from '@/lib/store/download'

/** The document as a file. */
export const GET = route({
  role: 'viewer',
  params: z.object({ id: z.string() }),
  async run({ params, store }) {
    const { text, fileName } = await downloadOf(await store(), params.id)
    return new Response(text, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'no-store',
      },
    })
  },
})
