import { memo } from './memo'

/** An IPv4 or IPv6 address as 32-bit words: one or four. */
export interface Address {
  words: number[]
  /** `::ffff:…`: whether AWS takes it for IPv4 is not said. */
  mapped: boolean
}

/** A block of addresses; `bits` is absent where only an address is written. */
export interface Block extends Address {
  bits?: number
}

export const parseAddress = memo(1000, (text): Address | undefined =>
  text.includes(':') ? parseV6(text) : parseV4(text),
)

export function parseBlock(text: string): Block | undefined {
  const slash = text.indexOf('/')
  if (slash < 0) return parseAddress(text)
  const address = parseAddress(text.slice(0, slash))
  const length = text.slice(slash + 1)
  if (!address || !/^\d{1,3}$/.test(length)) return undefined
  const bits = Number(length)
  return bits > address.words.length * 32 ? undefined : { ...address, bits }
}

/** Compared under the mask: host bits that are set in the block do not count. */
export function within(address: Address, block: Address, bits: number): boolean {
  if (address.words.length !== block.words.length) return false
  for (let i = 0; i < block.words.length; i++) {
    const left = bits - i * 32
    if (left <= 0) return true
    const mask = left >= 32 ? 0xffffffff : (0xffffffff << (32 - left)) >>> 0
    if ((((address.words[i] ?? 0) ^ (block.words[i] ?? 0)) & mask) !== 0) return false
  }
  return true
}

function parseV4(text: string): Address | undefined {
  const parts = text.split('.')
  if (parts.length !== 4) return undefined
  let word = 0
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return undefined
    word = word * 256 + Number(part)
  }
  return { words: [word], mapped: false }
}

function parseV6(text: string): Address | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  const v4 = dotted ? parseV4(dotted[2] ?? '') : undefined
  if (dotted && !v4) return undefined
  const [low = 0] = v4?.words ?? []
  const hex = dotted ? `${dotted[1]}${(low >>> 16).toString(16)}:${(low & 0xffff).toString(16)}` : text
  const halves = hex.split('::')
  if (halves.length > 2) return undefined
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')))
  const [head = [], tail = []] = groups
  const gap = 8 - head.length - tail.length
  if (halves.length === 2 ? gap < 1 : gap !== 0) return undefined
  const all = [...head, ...Array.from({ length: gap }, () => '0'), ...tail]
  if (!all.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined
  const numbers = all.map((group) => Number.parseInt(group, 16))
  const words = [0, 2, 4, 6].map((i) => ((numbers[i] ?? 0) * 0x10000 + (numbers[i + 1] ?? 0)) >>> 0)
  return { words, mapped: words[0] === 0 && words[1] === 0 && words[2] === 0xffff }
}
