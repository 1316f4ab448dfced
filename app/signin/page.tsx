import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { page } from '@/lib/auth/doors/page'
import { anyPassword } from '@/lib/auth/people'
import { returnTo } from '@/lib/auth/returnTo'
import { SignIn } from './_parts/SignIn'

export const metadata: Metadata = { title: 'Sign in' }

export default page({
  role: 'anyone',
  params: z.object({}),
  search: z.object({ to: z.string().optional() }),
  async run({ search, person, store }) {
    const to = returnTo(search.to) ?? '/welcome'
    if (person) redirect(to)
    return <SignIn to={to} byPassword={await anyPassword(store)} />
  },
})
