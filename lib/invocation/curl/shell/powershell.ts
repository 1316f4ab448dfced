import { type CommandLine, type Expansion, type Lexed, lexed, Unclosed, type Word } from './word'

/**
 * Reads the first command of a text by the rules of PowerShell's argument mode.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parsing
 */
export const lexPowerShell = (text: string, from = 0): Lexed => lexed(() => new PowerShell(text, from).command())

const blank = /[ \t\r]/
const operator = /[;|&\n]/
const escapes: Record<string, string> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}
const variable = /^\$(?:\{[^}]*\}|(?:\w+:)?\w+|[?$^])/

class PowerShell {
  constructor(
    readonly text: string,
    private at: number,
  ) {}

  command(): CommandLine {
    const line: CommandLine = { words: [], redirects: [] }
    for (;;) {
      this.skip(line.words.length === 0)
      const char = this.text[this.at]
      if (char === undefined) return line
      const found = /^[\d*]?>>?(?:&\d)?/.exec(this.text.slice(this.at, this.at + 6))?.[0]
      if (found !== undefined) {
        const at = this.at
        this.at += found.length
        if (!found.includes('&')) {
          this.skip(false)
          this.word()
        }
        line.redirects.push({ at, length: this.at - at, text: this.text.slice(at, this.at) })
      } else if (operator.test(char)) {
        line.end = { at: this.at, operator: char }
        return line
      } else line.words.push(this.word())
    }
  }

  private skip(lines: boolean): void {
    for (;;) {
      const char = this.text[this.at]
      if (char !== undefined && blank.test(char)) this.at++
      else if (this.continuation() > 0) this.at += this.continuation()
      else if (char === '#') while (this.at < this.text.length && this.text[this.at] !== '\n') this.at++
      // `&` before the first word calls what follows.
      else if (lines && (char === '\n' || char === '&')) this.at++
      else return
    }
  }

  private continuation(): number {
    return /^`[ \t]*\r?\n/.exec(this.text.slice(this.at, this.at + 80))?.[0].length ?? 0
  }

  private word(): Word {
    const at = this.at
    const expansions: Expansion[] = []
    const first = this.text[at]
    // A quote at the head of a word ends the word where it closes.
    if (first === "'" || first === '"') {
      const text = first === "'" ? this.singleQuoted() : this.doubleQuoted(expansions)
      return { at, length: this.at - at, text, expansions }
    }
    let out = ''
    for (;;) {
      const char = this.text[this.at]
      if (char === undefined || blank.test(char) || operator.test(char) || this.continuation() > 0) break
      if (char === "'") out += this.singleQuoted()
      else if (char === '"') out += this.doubleQuoted(expansions)
      else out += this.escape() ?? this.expansion(expansions) ?? this.one()
    }
    const [only] = expansions
    const bare = only !== undefined && only.length === this.at - at
    return { at, length: this.at - at, text: out, expansions, ...(bare ? { bare } : {}) }
  }

  private one(): string {
    return this.text[this.at++] ?? ''
  }

  private escape(): string | undefined {
    const [whole, hex, char] =
      /^`(?:u\{([0-9a-fA-F]{1,6})\}|([\s\S]))/.exec(this.text.slice(this.at, this.at + 10)) ?? []
    if (whole === undefined) return undefined
    this.at += whole.length
    return hex === undefined ? (escapes[char ?? ''] ?? char ?? '') : String.fromCodePoint(Number.parseInt(hex, 16))
  }

  private singleQuoted(): string {
    const found = /^'((?:[^']|'')*)'/.exec(this.text.slice(this.at))
    if (!found) throw new Unclosed(this.at, 'The single quote that opens here is never closed.')
    this.at += found[0].length
    return (found[1] ?? '').replaceAll("''", "'")
  }

  private doubleQuoted(expansions: Expansion[]): string {
    const opened = this.at++
    let out = ''
    for (;;) {
      const char = this.text[this.at]
      if (char === undefined) throw new Unclosed(opened, 'The double quote that opens here is never closed.')
      if (char === '"' && this.text[this.at + 1] !== '"') {
        this.at++
        return out
      }
      if (char === '"') {
        out += '"'
        this.at += 2
      } else out += this.escape() ?? this.expansion(expansions) ?? this.one()
    }
  }

  /** `$NAME`, `$env:NAME`, `$(…)`, `@(…)`: kept as written and noted. */
  private expansion(expansions: Expansion[]): string | undefined {
    const at = this.at
    if (this.text[at] !== '$' && this.text[at] !== '@') return undefined
    const name = variable.exec(this.text.slice(at, at + 256))?.[0]
    const call = /^[$@]\(/.test(this.text.slice(at, at + 2))
    if (call) this.balanced()
    else if (name !== undefined) this.at += name.length
    else return undefined
    const text = this.text.slice(at, this.at)
    expansions.push({ at, length: text.length, text, what: call ? 'command' : 'variable' })
    return text
  }

  private balanced(): void {
    const opened = this.at
    let depth = 0
    for (this.at++; ; this.at++) {
      const char = this.text[this.at]
      if (char === undefined) throw new Unclosed(opened, 'The bracket that opens here is never closed.')
      if (char === "'") {
        this.singleQuoted()
        this.at--
      } else if (char === '(') depth++
      else if (char === ')' && --depth === 0) break
    }
    this.at++
  }
}
