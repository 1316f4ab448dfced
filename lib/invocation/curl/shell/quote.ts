/** Shells that commands are printed for. `sh` is any POSIX shell: it lacks bash's `$'…'`. */
export type Shell = 'bash' | 'sh' | 'powershell'

const plain = /^[A-Za-z0-9_%+=:./@-]+$/
const control = /\p{Cc}/u

/** One argument as the shell has to be given it. Without `oneLine`, line breaks stand as they are. */
export function quote(text: string, shell: Shell, oneLine = false): string {
  if (shell === 'powershell') return powerShell(text, oneLine)
  if (plain.test(text) && !/^[=~]/.test(text)) return text
  if (oneLine && shell === 'bash' && control.test(text)) return ansiC(text)
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html */
function ansiC(text: string): string {
  const named: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', "'": "\\'", '\\': '\\\\' }
  const inner = text.replace(
    /[\p{Cc}'\\]/gu,
    (char) => named[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `$'${inner}'`
}

/**
 * A bare word with a dot behind a dash falls apart, so only words of the safest letters stand bare.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
function powerShell(text: string, oneLine: boolean): string {
  if (/^(?:-[A-Za-z-]*|[A-Za-z0-9][A-Za-z0-9_+=:./-]*)$/.test(text)) return text
  if (!oneLine || !control.test(text)) return `'${text.replaceAll("'", "''")}'`
  const named: Record<string, string> = { '\n': '`n', '\r': '`r', '\t': '`t' }
  return `"${text.replace(/[\p{Cc}"`$]/gu, (char) => named[char] ?? (control.test(char) ? `\`u{${char.charCodeAt(0).toString(16)}}` : `\`${char}`))}"`
}
