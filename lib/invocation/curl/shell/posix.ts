import { unescapeAnsiC } from './ansiC'
import { type CommandLine, type Expansion, type Lexed, lexed, Unclosed, type Word } from './word'

/**
 * Reads the first simple command of a text by the rules of a POSIX shell, with bash's `$'…'`, and keeps positions.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_03
 */
export const lexPosix = (text: string, from = 0): Lexed => lexed(() => new Posix(text, from).command())

const blank = /[ \t\r]/
const operator = /[;&|()<>\n]/
const redirect = /^(?:\d*(?:<<<|<<-?|<>|<&|>>|>&|>\||<|>)|&>>?)/
const variable = /^\$(?:[A-Za-z_]\w*|[0-9@*#?$!-])/

class Posix {
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
      const found = redirect.exec(this.text.slice(this.at, this.at + 16))?.[0]
      if (found !== undefined) {
        const at = this.at
        this.at += found.length
        this.skip(false)
        const target = this.text[this.at] !== undefined && !operator.test(this.text[this.at] ?? '') ? this.word() : null
        const text = this.text.slice(at, target === null ? this.at : target.at + target.length)
        line.redirects.push({ at, length: text.length, text })
      } else if (operator.test(char)) {
        line.end = { at: this.at, operator: /^(&&|\|\||;;|\|&|[\s\S])/.exec(this.text.slice(this.at))?.[0] ?? char }
        return line
      } else line.words.push(this.word())
    }
  }

  /** Blanks, continued lines, comments; empty lines too before the first word. */
  private skip(lines: boolean): void {
    for (;;) {
      const char = this.text[this.at]
      if (char !== undefined && blank.test(char)) this.at++
      else if (this.continuation() > 0) {
        this.at += this.continuation()
        // A terminal shows `> ` at the head of a continued line, and pastes carry it along.
        if (/^> (?=[-'"h])/.test(this.text.slice(this.at, this.at + 3))) this.at += 2
      } else if (char === '#') while (this.at < this.text.length && this.text[this.at] !== '\n') this.at++
      else if (lines && char === '\n') this.at++
      else return
    }
  }

  private continuation(): number {
    return /^\\\r?\n/.exec(this.text.slice(this.at, this.at + 3))?.[0].length ?? 0
  }

  private word(): Word {
    const at = this.at
    const expansions: Expansion[] = []
    let out = ''
    let quoted = false
    for (;;) {
      const char = this.text[this.at]
      if (char === undefined || blank.test(char) || operator.test(char)) break
      if (this.continuation() > 0) this.at += this.continuation()
      else if (char === '\\') {
        out += this.text[this.at + 1] ?? '\\'
        this.at += 2
      } else if (char === "'") {
        out += this.until("'", 'single quote').slice(1, -1)
        quoted = true
      } else if (char === '"' || this.text.startsWith('$"', this.at)) {
        if (char === '$') this.at++
        out += this.doubleQuoted(expansions)
        quoted = true
      } else if (this.text.startsWith("$'", this.at)) {
        out += unescapeAnsiC(this.ansiC())
        quoted = true
      } else {
        if (out === '' && !quoted && /^~(?=[\s/]|$)/.test(this.text.slice(this.at, this.at + 2)))
          expansions.push({ at: this.at, length: 1, text: '~', what: 'home' })
        const braces =
          char === '{' ? /^\{[^\s{}'"$]*(?:,|\.\.)[^\s{}'"$]*\}/.exec(this.text.slice(this.at))?.[0] : undefined
        if (braces !== undefined) expansions.push({ at: this.at, length: braces.length, text: braces, what: 'braces' })
        out += this.expansion(expansions) ?? this.one()
      }
    }
    this.at = Math.min(this.at, this.text.length)
    const [only] = expansions
    const bare = !quoted && only !== undefined && only.what !== 'home' && only.length === this.at - at
    return { at, length: this.at - at, text: out, expansions, ...(bare ? { bare } : {}) }
  }

  private one(): string {
    return this.text[this.at++] ?? ''
  }

  private doubleQuoted(expansions: Expansion[]): string {
    const opened = this.at++
    let out = ''
    for (;;) {
      const char = this.text[this.at]
      if (char === undefined) throw new Unclosed(opened, 'The double quote that opens here is never closed.')
      if (char === '"') {
        this.at++
        return out
      }
      if (this.continuation() > 0) this.at += this.continuation()
      else if (char === '\\' && /[$`"\\]/.test(this.text[this.at + 1] ?? '')) {
        out += this.text[this.at + 1]
        this.at += 2
      } else out += this.expansion(expansions) ?? this.one()
    }
  }

  /** `$NAME`, `${…}`, `$(…)`, `` `…` ``: kept as written and noted. */
  private expansion(expansions: Expansion[]): string | undefined {
    const at = this.at
    if (this.text[at] !== '$' && this.text[at] !== '`') return undefined
    const name = variable.exec(this.text.slice(at, at + 256))?.[0]
    let what: Expansion['what'] = 'variable'
    if (name !== undefined) this.at += name.length
    else if (this.text.startsWith('${', at)) this.balanced('{', '}')
    else if (this.text.startsWith('$(', at)) {
      what = 'command'
      this.balanced('(', ')')
    } else if (this.text[at] === '`') {
      what = 'command'
      this.until('`', 'backtick')
    } else return undefined
    const text = this.text.slice(at, this.at)
    expansions.push({ at, length: text.length, text, what })
    return text
  }

  private balanced(open: string, close: string): void {
    const opened = this.at
    let depth = 0
    for (this.at++; ; this.at++) {
      const char = this.text[this.at]
      if (char === undefined) throw new Unclosed(opened, `The $${open} that opens here is never closed.`)
      if (char === "'" && open === '(') {
        this.until("'", 'single quote')
        this.at--
      } else if (char === open) depth++
      else if (char === close && --depth === 0) break
    }
    this.at++
  }

  private until(close: string, what: string): string {
    const opened = this.at
    const end = this.text.indexOf(close, opened + 1)
    if (end < 0) throw new Unclosed(opened, `The ${what} that opens here is never closed.`)
    this.at = end + 1
    return this.text.slice(opened, end + 1)
  }

  private ansiC(): string {
    const opened = this.at
    const found = /^\$'((?:[^'\\]|\\[\s\S])*)'/.exec(this.text.slice(opened))
    if (!found) throw new Unclosed(opened, "The $' that opens here is never closed.")
    this.at += found[0].length
    return found[1] ?? ''
  }
}
