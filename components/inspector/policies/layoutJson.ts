/** A word of the JSON text with its place in the source, so that marks by position hold in any layout. */
export interface Token {
  text: string
  offset: number
  kind: 'key' | 'string' | 'word' | 'punctuation' | 'space'
}

export type Line = Token[]

const width = 76
const word = /"(?:\\.|[^"\\])*"?|[{}[\],:]|[^\s{}[\],:"]+/g

/** Lines of the text: as written where it has lines of its own, else laid out afresh. Broken JSON is never refused. */
export function layoutJson(text: string): Line[] {
  return /\n/.test(text.trim()) ? asWritten(text) : laidOut(tokensOf(text))
}

function tokensOf(text: string): Token[] {
  const tokens = [...text.matchAll(word)].map(
    (hit): Token => ({ text: hit[0], offset: hit.index, kind: kindOf(hit[0]) }),
  )
  return tokens.map((token, at) =>
    token.kind === 'string' && tokens[at + 1]?.text === ':' ? { ...token, kind: 'key' } : token,
  )
}

const kindOf = (text: string): Token['kind'] =>
  text.startsWith('"') ? 'string' : /^[{}[\],:]$/.test(text) ? 'punctuation' : 'word'

function asWritten(text: string): Line[] {
  const tokens = tokensOf(text)
  let at = 0
  let start = 0
  return text.split('\n').map((source) => {
    const end = start + source.length
    const line: Line = []
    let done = start
    for (; at < tokens.length && (tokens[at]?.offset ?? end) < end; at += 1) {
      const token = tokens[at]
      if (!token) break
      if (token.offset > done) line.push(space(text.slice(done, token.offset), done))
      line.push(token)
      done = token.offset + token.text.length
    }
    start = end + 1
    return line
  })
}

const space = (text: string, offset: number): Token => ({ text, offset, kind: 'space' })
const indent = (depth: number) => space('  '.repeat(depth), -1)

/** Objects and lists that fit stand in one line, others open one entry a line. */
function laidOut(tokens: Token[]): Line[] {
  const lines: Line[] = []
  let line: Line = []
  let depth = 0
  const turn = () => {
    if (line.length > 0) lines.push(line)
    line = depth > 0 ? [indent(depth)] : []
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token) break
    if (token.text === '{' || token.text === '[') {
      const end = closing(tokens, at)
      const piece = tokens.slice(at, end + 1)
      if (end > at && fits(line, piece)) {
        line.push(...inline(piece))
        at = end
      } else {
        line.push(token)
        depth += 1
        turn()
      }
    } else if (token.text === '}' || token.text === ']') {
      depth = Math.max(0, depth - 1)
      turn()
      line.push(token)
    } else if (token.text === ',') {
      line.push(token)
      turn()
    } else if (token.text === ':') line.push(token, space(' ', -1))
    else line.push(token)
  }
  if (line.some((token) => token.kind !== 'space')) lines.push(line)
  return lines
}

function closing(tokens: Token[], from: number): number {
  let depth = 0
  for (let at = from; at < tokens.length; at += 1) {
    const text = tokens[at]?.text
    if (text === '{' || text === '[') depth += 1
    if (text === '}' || text === ']') depth -= 1
    if (depth === 0) return at
  }
  return -1
}

// A statement always opens, however short: its parts are what people compare.
const fits = (line: Line, piece: Token[]) =>
  !piece.some((token) => token.kind === 'key' && token.text === '"Effect"') &&
  !piece.some((token) => token.kind === 'key' && token.text === '"Statement"') &&
  length(line) + length(inline(piece)) <= width

const length = (tokens: Token[]) => tokens.reduce((sum, token) => sum + token.text.length, 0)

function inline(piece: Token[]): Token[] {
  return piece.flatMap((token, at) => {
    const next = piece[at + 1]?.text
    if (token.text === ',' || token.text === ':') return [token, space(' ', -1)]
    if (token.text === '{' && next !== '}') return [token, space(' ', -1)]
    if (next === '}' && token.text !== '{') return [token, space(' ', -1)]
    return [token]
  })
}
