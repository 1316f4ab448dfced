import { redirect } from 'next/navigation'
import { z } from 'zod'
import { page } from '@/lib/auth/doors/page'
import { openingTopology } from '@/lib/store/opening'

/** Where a sign-in without an asked address lands: the opening chain, or home where it was deleted. */
export default page({
  role: 'viewer',
  params: z.object({}),
  search: z.object({}),
  async run({ store, person }) {
    const id = await openingTopology(store, person.id)
    redirect(id === undefined ? '/' : `/t/${id}`)
  },
})
