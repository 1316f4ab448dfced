import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect, unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { serverStore } from '@/lib/store/serverStore'
import type { Store } from '@/lib/store/store'
import type { Person } from '../people'
import { returnTo } from '../returnTo'
import type { Role } from '../roles'
import { currentPerson, requestId } from '../session'
import { admit, parsed, toldOf, type Wanted } from './answer'

interface Asked {
  params: Promise<unknown>
  searchParams: Promise<unknown>
}

interface Context<P, Q, W> {
  params: P
  search: Q
  person: W extends Role ? Person : Person | undefined
  store: Store
  /** The nonce of this answer's Content-Security-Policy. */
  nonce: string
}

/** The door of a page: without a session it leads to the sign-in and from there back to the asked address. */
export function page<P extends z.ZodType, Q extends z.ZodType, W extends Wanted>(door: {
  role: W
  params: P
  search: Q
  run: (context: Context<z.output<P>, z.output<Q>, W>) => Promise<ReactNode>
}): (asked: Asked) => Promise<ReactNode> {
  return async ({ params, searchParams }) => {
    const asked = await headers()
    const reference = await requestId()
    try {
      const person = await currentPerson()
      if (!person && door.role !== 'anyone') redirect(signInAddress(asked.get('x-path')))
      admit(person, door.role)
      return await door.run({
        params: parsed(door.params, (await params) ?? {}),
        search: parsed(door.search, await searchParams),
        person: person as Context<P, Q, W>['person'],
        store: await serverStore(),
        nonce: asked.get('x-nonce') ?? '',
      })
    } catch (error) {
      unstable_rethrow(error)
      const told = toldOf(error, 'page', reference)
      if (told.code === 'notFound' || told.code === 'badInput') notFound()
      // Next hands the digest to the error page and keeps message and stack on the server.
      throw Object.assign(new Error(told.message), { digest: `${told.code}:${reference}` })
    }
  }
}

function signInAddress(asked: string | null): string {
  const to = returnTo(asked)
  return to === undefined || to === '/' ? '/signin' : `/signin?to=${encodeURIComponent(to)}`
}
