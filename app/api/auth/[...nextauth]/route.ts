import { z } from 'zod'
import { route } from '@/lib/auth/doors/route'
import { authHandler } from '@/lib/auth/session'

const handler = route({
  role: 'anyone',
  params: z.object({ nextauth: z.array(z.string()) }),
  run: ({ request, params }) => authHandler(request, { params: Promise.resolve(params) }),
})

export { handler as GET, handler as POST }
