import { z } from 'zod'
import { Home } from '@/components/home/Home'
import { page } from '@/lib/auth/doors/page'
import { listTopologies } from '@/lib/store/topologies'
import { templates } from '@/lib/templates'

export default page({
  role: 'viewer',
  params: z.object({}),
  search: z.unknown(),
  async run({ store, person }) {
    const offered = templates.map(({ name, title, says, variants }) => ({
      name,
      title,
      says,
      variants: variants.map((variant) => ({ name: variant.name, says: variant.says })),
    }))
    return (
      <Home
        topologies={await listTopologies(store)}
        templates={offered}
        user={{ name: person.name, role: person.role }}
      />
    )
  },
})
