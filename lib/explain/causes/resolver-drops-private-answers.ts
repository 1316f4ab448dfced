import { hostWord } from '../commands/words'
import { resolverSort } from '../seen/place'
import { isBalancer, isDefaultName, isEndpointName, suffixWrong } from '../seen/questions'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const resolverDropsPrivateAnswers = defineCause('resolver-drops-private-answers', {
  docs: 'https://docs.aws.amazon.com/whitepapers/latest/best-practices-api-gateway-private-apis-integration/rest-api.html',
  says: {
    others:
      'Another resolver answers {host} with private addresses, and this one with nothing: it throws away public answers that hold private addresses.',
    name: '{host} resolves publicly to private addresses; a resolver that throws such answers away (protection against DNS rebinding) says nothing.',
  },
  checks: [],
  fits(seen, verdict) {
    const { to } = seen
    if (!is(seen, 'dns') || !to || suffixWrong(to)) return undefined
    const elsewhere = seen.lookups.some((l) => l.name === to.host && l.addresses.length > 0)
    const publicName = isEndpointName(to) || isBalancer(to)
    if (elsewhere && !isDefaultName(to)) return verdict.certain(95, 'others', { host: to.host })
    if (!publicName) return undefined
    return inVpc(seen) ? verdict.possible(50, 'name', { host: to.host }) : verdict.likely(85, 'name', { host: to.host })
  },
  tellApart: (seen) => ({
    command: `nslookup ${hostWord(seen)} 8.8.8.8`,
    ifSo: 'A public resolver answers with private addresses.',
    ifNot: 'It has no answer either: the endpoint or the load balancer is gone, or the name is misspelt.',
  }),
})

const inVpc = (seen: Seen): boolean => seen.lookups.some((l) => resolverSort(l) === 'vpc')
