import { hostWord } from '../commands/words'
import { resolverSort } from '../seen/place'
import { isDefaultName, suffixWrong } from '../seen/questions'
import { is } from '../seen/seen'
import { defineCause } from './cause'

export const onpremNoPrivateDns = defineCause('onprem-no-private-dns', {
  docs: 'https://repost.aws/knowledge-center/direct-connect-private-api-gateway',
  says: {
    own: 'The DNS server {resolver} is none of a VPC and does not forward {host} to the VPC of the endpoint, so the private answer never comes.',
    maybe: 'If the caller stands on premises: its DNS servers do not forward {host} to the VPC of the endpoint.',
  },
  checks: [{ check: 'dns.name', reasons: ['private-api-outside', 'own-servers', 'no-such-name'], from: 'premises' }],
  fits(seen, verdict) {
    const { to } = seen
    if (!to || !isDefaultName(to) || suffixWrong(to) || seen.leads === 'private') return undefined
    const own = seen.lookups.find((l) => resolverSort(l) === 'own' || resolverSort(l) === 'public')
    const premises = /on[- ]?prem|vpn|direct connect|data ?cent|office|corporate|laptop/i.test(seen.told)
    const inVpc = seen.lookups.some((l) => resolverSort(l) === 'vpc') || seen.callers.length > 0 || seen.lambda
    const fill = { host: to.host, resolver: own?.resolver ?? 'asked' }
    if (is(seen, 'dns', 'none')) {
      if (is(seen, 'none') && seen.leads !== 'public') return undefined
      if (own && !inVpc) return verdict.likely(90, 'own', fill)
      if (premises) return verdict.likely(85, 'maybe', fill)
      return inVpc ? undefined : verdict.possible(60, 'maybe', fill)
    }
    if (is(seen, 'forbidden', 'timeout') && seen.leads === 'public' && !inVpc)
      return own || premises ? verdict.likely(85, own ? 'own' : 'maybe', fill) : verdict.possible(60, 'maybe', fill)
    if (is(seen, 'forbidden') && seen.leads === 'unknown' && premises) return verdict.possible(50, 'maybe', fill)
    return undefined
  },
  tellApart: (seen) => ({
    command: `nslookup ${hostWord(seen)} INBOUND_ENDPOINT_ADDRESS`,
    ifSo: 'Asked directly, the inbound resolver endpoint of the VPC answers with private addresses; the own server does not.',
    ifNot: 'The inbound resolver endpoint has no private answer either.',
  }),
})
