import { about, type Draft, type Effect, remark } from '../draft'

const tlsMin =
  (version: string): Effect =>
  (draft) => {
    draft.options.tlsMin = version
  }

const seconds = (field: 'connectTimeout' | 'maxTime'): Effect => {
  return (draft, given, value) => {
    const number = Number(value)
    if (value.trim() === '' || !(number >= 0)) remark(draft, given, about(given, `"${value}" is no number of seconds.`))
    // 0 stands for no limit.
    else if (number > 0) draft.options[field] = number
    else delete draft.options[field]
  }
}

const follow: Effect = (draft, given) => {
  if (given.off) delete draft.options.followRedirects
  else draft.options.followRedirects = true
}

const tlsMax: Effect = (draft, given, value) => {
  if (value === 'default') delete draft.options.tlsMax
  else if (/^1\.[0-3]$/.test(value)) draft.options.tlsMax = value
  else remark(draft, given, about(given, `"${value}" is no TLS version; 1.0, 1.1, 1.2 and 1.3 are.`))
}

/** `host:port`, where a host may be an IPv6 address in brackets. */
const hostPort = /^(\[[^\]]*\]|[^:[]*):(\d*|\*)(?::|$)/

/** Certificates, versions, redirects, time limits, and names that do not go by DNS. */
export const transport: Record<string, Effect> = {
  insecure: (draft, given) => {
    if (given.off) delete draft.options.insecure
    else draft.options.insecure = true
  },
  tlsv1: tlsMin('1.0'),
  'tlsv1.0': tlsMin('1.0'),
  'tlsv1.1': tlsMin('1.1'),
  'tlsv1.2': tlsMin('1.2'),
  'tlsv1.3': tlsMin('1.3'),
  'tls-max': tlsMax,
  'tls-min': (draft, given, value) => {
    if (/^1\.[0-3]$/.test(value)) draft.options.tlsMin = value
    else remark(draft, given, about(given, `"${value}" is no TLS version; 1.0, 1.1, 1.2 and 1.3 are.`))
  },
  cacert: (draft, _given, value) => {
    draft.options.cacert = value
  },
  location: follow,
  'location-trusted': follow,
  'max-time': seconds('maxTime'),
  'connect-timeout': seconds('connectTimeout'),
  resolve: (draft, given, value) => {
    const host = hostPort.exec(value.replace(/^\+/, ''))
    const addresses = host ? value.replace(/^\+/, '').slice(host[0].length).split(',').map(bare).filter(Boolean) : []
    if (!host?.[1] || !host[2] || host[2] === '*' || value.startsWith('-') || addresses.length === 0)
      return remark(draft, given, about(given, `"${value}" is not HOST:PORT:ADDRESS, so it is left out.`))
    add(draft, 'resolve', { host: host[1], port: Number(host[2]), addresses })
  },
  'connect-to': (draft, given, value) => {
    const [, host, port] = hostPort.exec(value) ?? []
    const [, toHost, toPort] =
      host === undefined ? [] : (hostPort.exec(`${value.slice(host.length + 2 + (port ?? '').length)}`) ?? [])
    if (host === undefined || port === undefined || toHost === undefined || toPort === undefined || value.includes('*'))
      return remark(draft, given, about(given, `"${value}" is not HOST1:PORT1:HOST2:PORT2, so it is left out.`))
    add(draft, 'connectTo', { host, port, toHost, toPort })
  },
}

const bare = (address: string) => address.trim().replace(/^\[|\]$/g, '')

function add<F extends 'resolve' | 'connectTo'>(
  draft: Draft,
  field: F,
  item: NonNullable<Draft['options'][F]>[number],
) {
  const list: unknown[] = draft.options[field] ?? []
  draft.options = { ...draft.options, [field]: [...list, item] }
}
