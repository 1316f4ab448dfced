'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { action } from '@/lib/auth/doors/action'
import { endSession } from '@/lib/auth/session'

export const signOut = action({
  role: 'viewer',
  input: z.undefined(),
  async run() {
    await endSession()
    redirect('/signin')
  },
})
