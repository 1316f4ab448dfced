import ipaddr from 'ipaddr.js'
import type { TopologyDocument } from '@/lib/topology/document'

const numberOf = (address: string) =>
  ipaddr.IPv4.parse(address)
    .toByteArray()
    .reduce((sum, byte) => sum * 256 + byte, 0)

const addressOf = (n: number) => [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join('.')

export interface Block {
  first: number
  size: number
}

/** An IPv4 block as numbers; undefined for one of IPv6 or none at all. */
export function blockOf(cidr: string): Block | undefined {
  if (!ipaddr.IPv4.isValidCIDR(cidr)) return undefined
  const [address = '', bits = '32'] = cidr.split('/')
  const size = 2 ** (32 - Number(bits))
  return { first: Math.floor(numberOf(address) / size) * size, size }
}

export const cidrOf = ({ first, size }: Block) => `${addressOf(first)}/${32 - Math.log2(size)}`

const overlaps = (a: Block, b: Block) => a.first < b.first + b.size && b.first < a.first + a.size

/** The first block of this size inside the others that none of the taken ones touches. */
export function freeBlock(within: readonly string[], size: number, taken: readonly string[]): string | undefined {
  const used = taken.flatMap((cidr) => blockOf(cidr) ?? [])
  for (const outer of within.flatMap((cidr) => blockOf(cidr) ?? []))
    for (let first = outer.first; first + size <= outer.first + outer.size; first += size) {
      const block = { first, size }
      if (!used.some((each) => overlaps(each, block))) return cidrOf(block)
    }
  return undefined
}

/** Below it stand AWS's own addresses, and those that people give by hand. */
const firstHost = 10

/** Addresses of a subnet that nothing in the document names, in order. */
export function freeAddresses(
  document: TopologyDocument,
  subnet: string,
  count: number,
  also: string[] = [],
): string[] {
  const found = document.resources[subnet]
  const block = found?.kind === 'subnet' ? blockOf(found.cidrBlock) : undefined
  if (!block) return []
  const used = new Set([...addressesIn(document.resources), ...also])
  const free: string[] = []
  for (let n = Math.min(firstHost, block.size - 2); n < block.size - 1 && free.length < count; n += 1) {
    const address = addressOf(block.first + n)
    if (!used.has(address)) free.push(address)
  }
  return free
}

function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') return /^\d+\.\d+\.\d+\.\d+$/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addressesIn) : []
}
