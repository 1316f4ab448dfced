import { lexCmd } from './cmd'
import { lexPosix } from './posix'
import { lexPowerShell } from './powershell'
import type { Lexed } from './word'

export type Dialect = 'posix' | 'powershell' | 'cmd'

const lexers: Record<Dialect, (text: string, from: number) => Lexed> = {
  posix: lexPosix,
  powershell: lexPowerShell,
  cmd: lexCmd,
}

/** Quoted text says nothing about the shell. */
const quoted = /\\[\s\S]|\$'(?:[^'\\]|\\[\s\S])*'|'[^']*'|"(?:[^"\\]|\\[\s\S])*"/g

/** Which shell a pasted command was written for, by what only that shell has. */
export function dialectOf(text: string): Dialect {
  const outside = text.replace(quoted, (found) => (found.startsWith('"') ? '""' : ''))
  if (/\^[ \t]*\r?\n|\^"/.test(outside) || /^\s*[A-Za-z]:\\[^\n>]*>/.test(text)) return 'cmd'
  if (/^\s*PS [^\n>]*>/.test(text) || /`[ \t]*\r?\n|\$env:/.test(outside)) return 'powershell'
  if (!/\bcurl\.exe\b/.test(outside)) return 'posix'
  return text.includes('\\"') && !text.includes("'") ? 'cmd' : 'powershell'
}

/** What shells print before a command: `[user@host dir]$ `, `user@host:~$ `, `PS C:\> `, `C:\> `, `$ `. */
const prompt =
  /^(?:\[[^\]\n]*\][$#]|[\w.-]+@[\w.-]+:[^\n$#]*[$#]|PS [^\n>]*>|[A-Za-z]:\\[^\n>]*>|[$%]|#(?=\s+(?:aws)?curl\s))[ \t]*/

/** The first line that holds a command: behind empty lines, comments and the prompt. */
function commandStart(text: string): number {
  let at = 0
  for (;;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0
    const shown = prompt.exec(text.slice(at))?.[0]
    if (shown !== undefined && !text.startsWith('$(', at) && !/^\$\w/.test(text.slice(at))) return at + shown.length
    const comment = /^(?:#|::|rem\s)[^\n]*\n/i.exec(text.slice(at))?.[0]
    if (comment === undefined) return at
    at += comment.length
  }
}

/** The first command of a paste, read by the shell that it was written for. */
export function lex(text: string): { dialect: Dialect; lexed: Lexed } {
  const dialect = dialectOf(text)
  return { dialect, lexed: lexers[dialect](text, commandStart(text)) }
}
