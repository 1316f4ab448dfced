import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

export type LogValue = string | number | boolean | null | undefined
export type LogFields = Record<string, LogValue>

const bytesMax = 10 * 1024 * 1024

/** Names of fields that never reach a log, whoever passes them. */
const secret = /password|token|secret|cookie|authorization|csrf/i

/** One line of JSON: time, level, event, and fields with secrets taken out. */
export function logLine(level: 'info' | 'warn' | 'error', event: string, fields: LogFields, now = new Date()): string {
  const kept = Object.entries(fields).map(([name, value]) => [name, secret.test(name) ? '(kept out)' : value])
  return `${JSON.stringify({ at: now.toISOString(), level, event, ...Object.fromEntries(kept) })}\n`
}

export function log(level: 'info' | 'warn' | 'error', event: string, fields: LogFields = {}): void {
  write(logLine(level, event, fields))
}

/** `THROUGHLINE_LOG`: a file, made and rotated at 10 MB; unset, standard error. */
function write(line: string): void {
  const file = process.env.THROUGHLINE_LOG
  if (!file) {
    process.stderr.write(line)
    return
  }
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > bytesMax) renameSync(file, `${file}.1`)
  appendFileSync(file, line, { mode: 0o600 })
}

/** What is logged of an error that nobody expected. The stack stays on the server. */
export const errorFields = (error: unknown): LogFields =>
  error instanceof Error
    ? {
        error: error.message,
        stack: error.stack,
        cause: error.cause instanceof Error ? error.cause.message : undefined,
      }
    : { error: String(error) }
