import { quotePosix } from '../commands/quote'
import { isExtended } from '../seen/questions'
import { is, type Seen } from '../seen/seen'
import { defineCause } from './cause'

export const searchDomainAppended = defineCause('search-domain-appended', {
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html',
  says: {
    asked: 'A resolver or a program put its own domain behind the name: {host} was asked for.',
    called: 'The called name is {host}: its resolver or program may have put its own domain behind a name of AWS.',
  },
  checks: [],
  fits(seen, verdict) {
    const appended = seen.lookups.find((l) => isExtended(l.name))
    if (is(seen, 'dns')) {
      const host = appended?.name ?? (isExtended(seen.to?.host) ? seen.to?.host : undefined)
      if (host === undefined) return undefined
      // Windows asks with its suffixes first, then without: then the plain name failed as well.
      return seen.lookups.some((l) => l.name !== host && host.startsWith(l.name) && l.name !== '')
        ? verdict.possible(40, 'asked', { host })
        : verdict.likely(92, 'asked', { host })
    }
    if (is(seen, 'tls-name') && isExtended(seen.to?.host))
      return verdict.possible(60, 'called', { host: seen.to?.host ?? '' })
    return undefined
  },
  tellApart: (seen) => ({
    command: `nslookup ${quotePosix(`${plain(seen)}.`)}`,
    ifSo: 'With the dot at its end the name resolves.',
    ifNot: 'The name does not resolve with the dot either.',
  }),
})

/** The name as AWS spells it. */
function plain(seen: Seen): string {
  const host = seen.to?.host ?? 'NAME'
  return /^(.*?\.amazonaws\.com(?:\.cn)?)(?:\.|$)/.exec(host)?.[1] ?? host
}
