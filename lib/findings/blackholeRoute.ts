import { routeTables } from '@/lib/network/perDocument'
import { pointer } from '@/lib/topology/pointer'
import { link } from '@/lib/trace/check'
import { change } from './example'
import { defineRule } from './rule'

const table = 'rtb-0a000000000000001'

export const blackholeRoute = defineRule(
  {
    id: 'blackhole-route',
    title: 'A route to something that is gone',
    severity: 'medium',
    docs: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html',
    says: {
      blackhole:
        '{table} sends {destination} to {target}, which is gone: packets there are dropped without a word. Remove the route, or point it to what replaced it.',
    },
    bad: { blackhole: { template: 'nlb-fargate', patch: [change([table, 'routes', '1', 'state'], 'blackhole')] } },
    good: { template: 'nlb-fargate', patch: [] },
  },
  function* (doc, found) {
    for (const [id, { routes }] of routeTables(doc))
      for (const [at, { destination, target, state }] of routes.entries()) {
        if (state !== 'blackhole') continue
        const path = pointer(['routes', at])
        const fill = { table: link(doc, id, path), destination, target: link(doc, target) }
        const patch = [{ op: 'remove' as const, path: `${pointer(['resources', id])}${path}` }]
        yield found('blackhole', {
          resource: id,
          path,
          fill,
          fix: { label: `Remove the route to ${destination}`, patch },
        })
      }
  },
)
