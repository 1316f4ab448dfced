/** SHA-256 of a text as hexadecimal (FIPS 180-4): key values are kept only as hashes, and the core has no platform. */
export function sha256(text: string): string {
  const bytes = padded(utf8(text))
  const state = [...roots(2, 8)]
  const constants = roots(3, 64)
  for (let block = 0; block < bytes.length; block += 64) compress(state, bytes, block, constants)
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function utf8(text: string): number[] {
  return [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|(.)/gs)].map(([, hex, char]) =>
    hex === undefined ? (char ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  )
}

function padded(bytes: number[]): number[] {
  const length = bytes.length * 8
  const filled = [...bytes, 0x80]
  while (filled.length % 64 !== 56) filled.push(0)
  for (let shift = 56; shift >= 0; shift -= 8) filled.push(shift >= 32 ? 0 : (length >>> shift) & 0xff)
  return filled
}

/** The first 32 bits of the fractional parts of the square (or cube) roots of the first primes. */
function roots(degree: 2 | 3, count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) {
    let prime = true
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false
    const root = degree === 2 ? Math.sqrt(n) : Math.cbrt(n)
    if (prime) found.push(((root % 1) * 2 ** 32) | 0)
  }
  return found
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function compress(state: number[], bytes: number[], block: number, constants: number[]): void {
  const w: number[] = []
  const at = (list: number[], i: number) => list[i] ?? 0
  for (let i = 0; i < 64; i++) {
    if (i < 16) {
      const o = block + i * 4
      w.push((at(bytes, o) << 24) | (at(bytes, o + 1) << 16) | (at(bytes, o + 2) << 8) | at(bytes, o + 3))
    } else {
      const [a, b] = [at(w, i - 15), at(w, i - 2)]
      const small0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
      const small1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
      w.push((at(w, i - 16) + small0 + at(w, i - 7) + small1) | 0)
    }
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i++) {
    const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const first = (h + big1 + ((e & f) ^ (~e & g)) + at(constants, i) + at(w, i)) | 0
    const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = (at(state, i) + word) | 0
}
