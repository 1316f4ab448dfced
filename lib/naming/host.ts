import { type ExecuteApiName, parseExecuteApi } from './executeApi'
import { type LoadBalancerName, parseLoadBalancer } from './loadBalancer'

/**
 * A Host header or the host of a URL taken apart. `plain` is false where it has a port, capitals or a trailing dot: DNS
 * does not mind, but no AWS page says what API Gateway makes of such a Host.
 */
export interface HostParts {
  /** As DNS compares it: lower case, without port and trailing dot. */
  name: string
  port?: number
  plain: boolean
}

export function hostParts(host: string): HostParts {
  const [, bare = host, port] = /^(.*?)(?::(\d+))?$/.exec(host) ?? []
  // The word for an id that nobody knows yet holds a logical id, whose capitals count.
  const name = (/unknown-\w+-of-/.test(bare) ? bare : bare.toLowerCase()).replace(/\.$/, '')
  return { name, plain: name === host, ...(port === undefined ? {} : { port: Number(port) }) }
}

/** Four bytes; anything else with dots and digits is a name like any other. */
const isFour = (name: string) =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(name) && name.split('.').every((byte) => Number(byte) < 256)

/** What a name is, by its spelling alone. */
export type NameOf =
  | ({ of: 'execute-api' } & ExecuteApiName)
  | ({ of: 'load-balancer' } & LoadBalancerName)
  | { of: 'address'; address: string }
  | { of: 'other'; name: string }

/** One call asks for the same few names at every turning. */
const read = new Map<string, NameOf>()
const readMax = 1000

export function nameOf(host: string): NameOf {
  const kept = read.get(host)
  if (kept) return kept
  if (read.size >= readMax) read.clear()
  const found = spelled(host)
  read.set(host, found)
  return found
}

function spelled(host: string): NameOf {
  const { name } = hostParts(host)
  if (isFour(name) || name.startsWith('[')) return { of: 'address', address: name }
  const executeApi = parseExecuteApi(name)
  if (executeApi) return { of: 'execute-api', ...executeApi }
  const loadBalancer = parseLoadBalancer(name)
  return loadBalancer ? { of: 'load-balancer', ...loadBalancer } : { of: 'other', name }
}
