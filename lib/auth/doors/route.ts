import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { AppError } from '@/lib/store/appError'
import { serverStore } from '@/lib/store/serverStore'
import type { Store } from '@/lib/store/store'
import type { Person } from '../people'
import { currentPerson, requestId } from '../session'
import { admit, parsed, statusOf, toldOf, type Wanted } from './answer'

interface Context<P> {
  request: Request
  params: P
  person: Person | undefined
  store: () => Promise<Store>
}

/** The door of a route handler (downloads, streams, health). */
export function route<P extends z.ZodType>(door: {
  role: Wanted
  params: P
  run: (context: Context<z.output<P>>) => Promise<Response>
}): (request: Request, context: { params: Promise<unknown> }) => Promise<Response> {
  return async (request, { params }) => {
    try {
      sameOrigin(request)
      // A health check must answer when the store does not.
      const person = door.role === 'anyone' ? undefined : await currentPerson()
      admit(person, door.role)
      return await door.run({ request, params: parsed(door.params, (await params) ?? {}), person, store: serverStore })
    } catch (error) {
      unstable_rethrow(error)
      const { code, message } = toldOf(error, 'route', await requestId())
      return Response.json({ error: { code, message } }, { status: statusOf[code] })
    }
  }
}

// Cookies are SameSite=Lax already; what changes something must also come from a page of this product.
function sameOrigin(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none')
    throw new AppError('forbidden', 'The request comes from another site.')
}
