const plain: Record<string, string> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
}

const numeric = /^(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|c([\s\S]))/

/**
 * The text between `$'` and `'`, read as bash does
 * (https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html). Bytes (`\xe4`) join to UTF-8.
 */
export function unescapeAnsiC(inner: string): string {
  let out = ''
  let bytes = ''
  const flush = () => {
    out += bytes === '' ? '' : utf8(bytes)
    bytes = ''
  }
  for (let i = 0; i < inner.length; i++) {
    const char = inner[i] ?? ''
    const rest = inner.slice(i + 1)
    const number = char === '\\' ? numeric.exec(rest) : null
    if (number) {
      const [whole, hex, octal, short, long, control] = number
      const byte = hex === undefined ? octal && Number.parseInt(octal, 8) & 0xff : Number.parseInt(hex, 16)
      if (byte === 0) break
      if (typeof byte === 'number') bytes += `%${byte.toString(16).padStart(2, '0')}`
      else {
        flush()
        const code = control === undefined ? Number.parseInt(short ?? long ?? '', 16) : control.charCodeAt(0) & 0x1f
        out += code <= 0x10ffff ? String.fromCodePoint(code) : ''
      }
      i += whole.length
      continue
    }
    flush()
    const escaped = char === '\\' ? plain[rest[0] ?? ''] : undefined
    if (escaped === undefined) out += char
    else {
      out += escaped
      i++
    }
  }
  flush()
  return out
}

/** Bytes that are no UTF-8 keep their number as a character: no text can hold them otherwise. */
function utf8(percentEncoded: string): string {
  try {
    return decodeURIComponent(percentEncoded)
  } catch {
    return percentEncoded.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }
}
