import type { Invocation } from '@/lib/invocation/invocation'
import { hostParts } from '@/lib/naming/host'
import { pointOfResource, unreadHolders } from '@/lib/network/holders'
import { rangeOf } from '@/lib/network/range'
import { vantageOf } from '@/lib/network/vantage'
import type { TopologyDocument } from '@/lib/topology/document'
import { uriOf } from '../integration/uri'
import { hiddenCheck } from '../route/hidden'
import { add, addHop, type Walk } from '../walk'
import type { Connection, Next } from './next'
import { callAt } from './reach'

/** A URL that no request can be made of. */
export class CallError extends Error {}

/** The vantage, with the call as the caller sends it, and where its connection goes. */
export function start(doc: TopologyDocument, invocation: Invocation): { walk: Walk; next?: Next } {
  const vantage = vantageOf(doc, invocation.vantage)
  const url = uriOf(invocation.url)
  if (!url) throw new CallError(`"${invocation.url}" is no http or https URL.`)
  if (url.port > 65_535) throw new CallError(`${url.port} is no port: ports end at 65535.`)
  if (url.host.startsWith('[') && !rangeOf(url.host.slice(1, -1)))
    throw new CallError(`${url.host} is no IPv6 address.`)
  const { options } = invocation
  const named = invocation.headers.filter((h) => h.name.toLowerCase() === 'host')
  const port = url.port
  const written = (url.scheme === 'https' ? 443 : 80) === port ? url.host : `${url.host}:${port}`
  const [first] = named
  const host = first ? (first.value.trim() === '' ? undefined : first.value.trim()) : written
  const address = rangeOf(url.host.replace(/^\[|\]$/g, '')) !== undefined
  const sni = address ? undefined : hostParts(url.host).name
  const conn: Connection = {
    by: 'client',
    via: vantage.points[0]?.home.in === 'internet' ? 'internet' : 'network',
    scheme: url.scheme,
    port,
    host,
    ...(new Set(named.map((h) => h.value.trim())).size > 1 ? { twoHosts: true as const } : {}),
    sni,
    verify: options.insecure ? undefined : (sni ?? url.host),
    tlsMin: options.tlsMin,
    tlsMax: options.tlsMax,
    method: invocation.method,
    path: url.path === '' ? '/' : url.path,
    query: url.query,
    headers: invocation.headers.filter((h) => h.name.toLowerCase() !== 'host'),
  }
  const walk: Walk = {
    doc,
    invocation,
    vantage,
    hops: [],
    stops: [],
    missing: [],
    assumes: new Set(),
    lost: false,
    passed: [],
    frames: [],
    takesMs: 0,
  }
  addHop(walk, vantage.resource, vantage.kind, callAt(conn, vantage.points[0]))
  const next = connectTo(walk, conn, url.host)
  return next ? { walk, next } : { walk }
}

/** `--connect-to`, `--resolve` and a tunnel change where the connection goes; SNI, Host and verified name stay. */
function connectTo(walk: Walk, conn: Connection, urlHost: string): Next | undefined {
  const { vantage, invocation, doc } = walk
  const { options } = invocation
  const from = vantage.points
  const same = (a: string, b: string) => a === '' || a.toLowerCase() === b.toLowerCase()
  const to = options.connectTo?.find((c) => same(c.host, urlHost) && same(c.port, String(conn.port)))
  const host = to && to.toHost !== '' ? to.toHost : urlHost
  const port = to && to.toPort !== '' ? Number(to.toPort) : conn.port
  const { tunnel } = vantage
  if (tunnel && tunnel.listens === `${host}:${port}`) {
    const far = uriOf(`http://${tunnel.to}`)
    const exit = pointOfResource(doc, tunnel.leavesAt)
    if (!far || !exit) {
      add(walk, hiddenCheck(doc, tunnel.leavesAt, unreadHolders(doc)))
      walk.lost = true
      return undefined
    }
    const { asker } = vantageOf(doc, tunnel.leavesAt)
    return { step: 'resolve', conn: { ...conn, port: far.port }, from: [exit], asker, name: far.host }
  }
  const pinned = options.resolve?.find((r) => same(r.host === '*' ? '' : r.host, host) && r.port === port)
  const addresses = pinned ? { [hostParts(host).name]: pinned.addresses } : {}
  const asker = pinned ? { ...vantage.asker, pinned: { ...vantage.asker.pinned, ...addresses } } : vantage.asker
  return { step: 'resolve', conn: { ...conn, port }, from, asker, name: host }
}
