import type { Lookup, Reader } from './facts'

const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}:[0-9a-f:.]{2,40})$/i
const bare = (name: string) => name.replace(/\.$/, '').toLowerCase()

/** `nslookup`, as Windows and Linux print it. */
export const readNslookup: Reader = (_, lines) => {
  const lookups: Lookup[] = []
  let resolver: string | undefined
  let resolverName: string | undefined
  let current: Lookup | undefined
  let inList = false
  const open = (name: string): Lookup => {
    const lookup: Lookup = { name: bare(name), addresses: [], result: 'empty', ...server(resolver, resolverName) }
    lookups.push(lookup)
    return lookup
  }
  for (const line of lines) {
    const server = /^Server:\s+(\S+)/.exec(line)?.[1]
    if (server !== undefined) {
      resolverName = server
      resolver = address.test(server) ? server : undefined
      current = undefined
    }
    const name = /^(?:Name|Aliases):\s+(\S+)/.exec(line)?.[1]
    if (name !== undefined && (current === undefined || /^Name/.test(line))) {
      current = current?.name === bare(name) ? current : open(name)
    }
    const missing = /(?:can't find|could not be found:?)\s+(\S+?)[:,]\s*(.*)$/i.exec(line)
    if (missing?.[1] !== undefined) {
      const lookup = open(missing[1])
      lookup.result = resultOf(missing[2] ?? '')
      current = undefined
    }
    if (/connection timed out; no servers could be reached|DNS request timed out|No response from server/i.test(line))
      open('').result = 'no-server'
    const [, listed, rest = ''] = /^(Address(?:es)?):\s*(.*)$/.exec(line) ?? []
    if (listed !== undefined) inList = true
    const values = (listed === undefined ? (inList ? line : '') : rest).trim().split(/[\s,]+/)
    const found = values.map((v) => v.replace(/#\d+$/, '')).filter((v) => address.test(v))
    if (listed === undefined && found.length === 0) inList = false
    if (found.length === 0) continue
    if (current) {
      current.addresses.push(...found)
      current.result = 'answer'
    } else resolver ??= found[0]
  }
  return { lookups: lookups.filter((l) => l.name !== '' || l.result === 'no-server') }
}

const server = (resolver: string | undefined, resolverName: string | undefined) => ({
  ...(resolver === undefined ? {} : { resolver }),
  ...(resolverName === undefined || address.test(resolverName) ? {} : { resolverName }),
})

function resultOf(why: string): Lookup['result'] {
  if (/no answer|no records|no internal type/i.test(why)) return 'empty'
  return /NXDOMAIN|non-existent|not found/i.test(why) ? 'no-such-name' : 'fails'
}

/** `dig`, whole or with `+short` (then the name stands in the command only). */
export const readDig: Reader = (text, lines) => {
  if (!/^;; |^; <<>> DiG/m.test(text)) return {}
  const lookups: Lookup[] = []
  let current: Lookup | undefined
  for (const line of lines) {
    const asked = /^; <<>> DiG \S+ <<>>\s(.*)$/.exec(line)?.[1]
    const status = /status: (\w+)/.exec(line)?.[1]
    if (status !== undefined || (asked !== undefined && !current)) {
      const result = status === undefined ? 'empty' : statusResult(status)
      current = { name: '', addresses: [], result }
      lookups.push(current)
    }
    if (!current) continue
    const question = /^;([\w.*-]+?)\.?\s+(?:IN\s+)?(?:A|AAAA|CNAME|ANY)\s*$/.exec(line)?.[1]
    if (question !== undefined) current.name = bare(question)
    const value = /^[\w.*-]+\s+\d+\s+IN\s+(?:A|AAAA)\s+(\S+)$/.exec(line)?.[1]
    if (value !== undefined) {
      current.addresses.push(value)
      current.result = 'answer'
    }
    const resolver = /^;; SERVER: ([^#\s]+)/.exec(line)?.[1]
    if (resolver !== undefined) current.resolver = resolver
  }
  if (/no servers could be reached/.test(text)) lookups.push({ name: '', addresses: [], result: 'no-server' })
  return { lookups }
}

function statusResult(status: string): Lookup['result'] {
  if (status === 'NOERROR') return 'empty'
  return status === 'NXDOMAIN' ? 'no-such-name' : 'fails'
}

/** `host`, `getent hosts`, `Resolve-DnsName`. */
export const readHost: Reader = (_, lines) => {
  const byName = new Map<string, Lookup>()
  const lookup = (name: string): Lookup => {
    const known = byName.get(bare(name))
    const made: Lookup = known ?? { name: bare(name), addresses: [], result: 'empty' }
    byName.set(bare(name), made)
    return made
  }
  const add = (name: string, value: string) => {
    const found = lookup(name)
    found.addresses.push(value)
    found.result = 'answer'
  }
  for (const line of lines) {
    const [, name, value] = /^(\S+) has (?:IPv6 )?address (\S+)$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) add(name, value)
    const missing = /^Host (\S+) not found: \d\((\w+)\)/.exec(line)
    if (missing?.[1] !== undefined) lookup(missing[1]).result = missing[2] === 'NXDOMAIN' ? 'no-such-name' : 'fails'
    const [, shown, held] = /^(\S+\.\S+)\s+(?:A|AAAA)\s+\d+\s+\w+\s+(\S+)$/.exec(line) ?? []
    if (shown !== undefined && held !== undefined && address.test(held)) add(shown, held)
    const windows = /^Resolve-DnsName : (\S+) : DNS name does not exist/i.exec(line)?.[1]
    if (windows !== undefined) lookup(windows).result = 'no-such-name'
    const [, first, second] = /^(\S+)\s{2,}(\S+)$/.exec(line) ?? []
    if (first !== undefined && second !== undefined && address.test(first) && /\.[a-z]/i.test(second))
      add(second, first)
  }
  return { lookups: [...byName.values()] }
}
