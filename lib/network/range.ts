import ipaddr from 'ipaddr.js'

/** A block of addresses, both ends included; a single address is a block of one. IPv6 ends are bigints. */
export interface Range {
  family: 4 | 6
  from: number | bigint
  to: number | bigint
  text: string
}

const parsed = new Map<string, Range | undefined>()
const parsedMax = 20_000

/** Reads an address or a CIDR block; undefined for anything else. Host bits of a block are ignored, as AWS does. */
export function rangeOf(text: string): Range | undefined {
  if (parsed.has(text)) return parsed.get(text)
  const range = text.includes(':') ? sixOf(text) : fourOf(text)
  if (parsed.size >= parsedMax) parsed.clear()
  parsed.set(text, range)
  return range
}

export const everywhere: Range = { family: 4, from: 0, to: 0xffffffff, text: '0.0.0.0/0' }

const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/

// Own arithmetic for IPv4: a trace compares addresses hundreds of times.
function fourOf(text: string): Range | undefined {
  const [, a, b, c, d, length] = four.exec(text) ?? []
  const bytes = [Number(a), Number(b), Number(c), Number(d)]
  const bits = length === undefined ? 32 : Number(length)
  if (a === undefined || bytes.some((byte) => byte > 255) || bits > 32) return undefined
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0)
  const size = 2 ** (32 - bits)
  const from = Math.floor(value / size) * size
  return { family: 4, from, to: from + size - 1, text }
}

function sixOf(text: string): Range | undefined {
  const [address = '', length, ...more] = text.split('/')
  const bits = length === undefined ? 128 : Number(length)
  if (more.length > 0 || !ipaddr.IPv6.isValid(address) || !(bits >= 0 && bits <= 128)) return undefined
  const value = ipaddr.IPv6.parse(address)
    .toByteArray()
    .reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const size = 1n << BigInt(128 - bits)
  const from = (value / size) * size
  return { family: 6, from, to: from + size - 1n, text }
}

export const covers = (outer: Range, inner: Range): boolean =>
  outer.family === inner.family && outer.from <= inner.from && outer.to >= inner.to

export const overlaps = (a: Range, b: Range): boolean => a.family === b.family && a.from <= b.to && b.from <= a.to

export const isSingle = (range: Range): boolean => range.from === range.to

/** How many addresses a block of IPv4 has; of IPv6 only the order matters, so a number is near enough. */
export const sizeOf = (range: Range): number => Number(BigInt(range.to) - BigInt(range.from)) + 1

const privateBlocks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7', '127.0.0.0/8']

/** Whether an address belongs to a block that no router of the internet carries (RFC 1918, 4193, 6598). */
export const isPrivate = (range: Range): boolean =>
  privateBlocks.some((block) => {
    const outer = rangeOf(block)
    return outer !== undefined && covers(outer, range)
  })
