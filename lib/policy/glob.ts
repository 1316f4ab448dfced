/** A piece of a pattern without variables: literal text, or a wildcard. */
export type GlobPiece = string | typeof star | typeof one

export const star = Symbol('*')
export const one = Symbol('?')

export type Glob = (text: string) => boolean

/** Compiles a pattern. The usual shapes get a plain string comparison. */
export function compileGlob(pieces: readonly GlobPiece[]): Glob {
  const merged = merge(pieces)
  const [first, second] = merged
  if (merged.length === 0) return (text) => text === ''
  if (merged.length === 1) {
    if (first === star) return () => true
    if (typeof first === 'string') return (text) => text === first
  }
  if (merged.length === 2 && typeof first === 'string' && second === star) return (text) => text.startsWith(first)
  if (!merged.includes(one)) return piecewise(merged)
  const codes = merged.flatMap((p) => (p === star ? [-1] : p === one ? [-2] : toCodes(String(p))))
  return (text) => walk(codes, text)
}

/**
 * Without `?`: the text begins and ends as the pattern does, and each piece between is found after the one before it.
 * Taking the first place for each is enough.
 */
function piecewise(pieces: readonly GlobPiece[]): Glob {
  const texts = pieces.filter((p) => typeof p === 'string')
  const head = typeof pieces[0] === 'string' ? (texts.shift() ?? '') : ''
  const tail = typeof pieces[pieces.length - 1] === 'string' ? (texts.pop() ?? '') : ''
  return (text) => {
    if (!text.startsWith(head) || !text.endsWith(tail)) return false
    let from = head.length
    for (let i = 0; i < texts.length; i++) {
      const piece = texts[i] ?? ''
      const at = text.indexOf(piece, from)
      if (at < 0) return false
      from = at + piece.length
    }
    return from + tail.length <= text.length
  }
}

/** Remembers the last `*` only, so that the time is bounded by pattern × text whatever the pattern. */
function walk(codes: readonly number[], text: string): boolean {
  let p = 0
  let t = 0
  let starAt = -1
  let starText = 0
  while (t < text.length) {
    const code = codes[p]
    if (code === -2 || code === text.charCodeAt(t)) {
      p++
      t++
    } else if (code === -1) {
      starAt = p++
      starText = t
    } else if (starAt >= 0) {
      p = starAt + 1
      t = ++starText
    } else return false
  }
  while (codes[p] === -1) p++
  return p === codes.length
}

function toCodes(text: string): number[] {
  const codes: number[] = []
  for (let i = 0; i < text.length; i++) codes.push(text.charCodeAt(i))
  return codes
}

function merge(pieces: readonly GlobPiece[]): GlobPiece[] {
  const merged: GlobPiece[] = []
  for (const piece of pieces) {
    const last = merged[merged.length - 1]
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece
    else if (piece !== '' && !(piece === star && last === star)) merged.push(piece)
  }
  return merged
}
