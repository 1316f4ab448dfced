import { type CommandLine, type Expansion, type Lexed, lexed, Unclosed, type Word } from './word'

/**
 * Reads the first command of a text by the rules of Windows' cmd, then splits it as a C program's arguments are.
 * https://learn.microsoft.com/windows-server/administration/windows-commands/cmd and
 * https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export const lexCmd = (text: string, from = 0): Lexed => lexed(() => split(...carets(text, from)))

interface Char {
  char: string
  at: number
}

/**
 * Takes the carets away and finds where cmd ends the command. Inside quotes a caret is a caret, but for what browsers
 * copy: they write a quote as ^\^" between quotes of either kind, and a caret before every other sign.
 */
function carets(text: string, from: number): [Char[], CommandLine['end']] {
  const chars: Char[] = []
  const copied = text.includes('^\\^"')
  let quoted = false
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? ''
    const lineBreak = /^\^\r?\n/.exec(text.slice(at, at + 3))?.[0]
    if (!quoted && lineBreak !== undefined) {
      at += lineBreak.length - 1
      // What follows the broken line is taken as it is.
      const next = text[at + 1]
      if (next !== undefined && next !== ' ' && next !== '^') chars.push({ char: next, at: ++at })
    } else if ((!quoted || copied) && char === '^') {
      const next = text[++at]
      if (next !== undefined) chars.push({ char: next, at })
    } else if (char === '\n' && chars.every((c) => c.char.trim() === '')) chars.length = 0
    else if (char === '\n' || (!quoted && /[&|<>]/.test(char))) return [chars, { at, operator: char }]
    else {
      if (char === '"') quoted = !quoted
      chars.push({ char, at })
    }
  }
  return [chars, undefined]
}

function split(chars: Char[], end: CommandLine['end']): CommandLine {
  const words: Word[] = []
  let i = 0
  while (i < chars.length) {
    if (/\s/.test(chars[i]?.char ?? '')) {
      i++
      continue
    }
    const first = chars[i]?.at ?? 0
    let last = first
    let opened: number | undefined
    let text = ''
    for (; i < chars.length; i++) {
      const { char, at } = chars[i] ?? { char: '', at: 0 }
      if (opened === undefined && /\s/.test(char)) break
      last = at
      if (char === '\\') {
        // 2n backslashes before a quote are n of them; one more escapes the quote.
        let n = 1
        while (chars[i + n]?.char === '\\') n++
        const quote = chars[i + n]?.char === '"'
        text += '\\'.repeat(quote ? Math.floor(n / 2) : n)
        i += n - 1
        if (quote && n % 2 === 1) {
          text += '"'
          i++
        }
        last = chars[i]?.at ?? last
      } else if (char === '"' && opened !== undefined && chars[i + 1]?.char === '"') {
        text += '"'
        i++
      } else if (char === '"') opened = opened === undefined ? at : undefined
      else text += char
    }
    if (opened !== undefined) throw new Unclosed(opened, 'The double quote that opens here is never closed.')
    words.push({ at: first, length: last - first + 1, text, expansions: percents(text, first) })
  }
  return { words, redirects: [], ...(end ? { end } : {}) }
}

function percents(text: string, at: number): Expansion[] {
  return [...text.matchAll(/%[A-Za-z_]\w*%/g)].map((found) => ({
    at,
    length: found[0].length,
    text: found[0],
    what: 'variable',
  }))
}
