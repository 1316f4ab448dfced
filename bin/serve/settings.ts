import path from 'node:path'
import { dataFolder } from '@/lib/store/dataFolder'

export interface Settings {
  root: string
  port: number
  host: string
  /** Only programs on this machine can connect. */
  loopback: boolean
  /** What people type: decides cookies and the printed link. */
  publicUrl: string
  data: string
  distDir: string
}

/** A setting that cannot be used: said plainly, the start ends. */
export class SettingError extends Error {}

/** @throws SettingError */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const root = env.THROUGHLINE_ROOT ?? process.cwd()
  const port = Number(env.PORT || '3000')
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new SettingError(`PORT is "${env.PORT}"; a number from 1 to 65535 is wanted.`)
  const host = env.HOST || '127.0.0.1'
  const publicUrl = env.THROUGHLINE_URL || `http://${shown(host)}:${port}`
  if (!URL.canParse(publicUrl))
    throw new SettingError(
      `THROUGHLINE_URL is "${publicUrl}"; an address such as https://throughline.example.com is wanted.`,
    )
  return {
    root,
    port,
    host,
    loopback: isLoopback(host),
    publicUrl: publicUrl.replace(/\/$/, ''),
    data: dataFolder(env),
    distDir: path.resolve(root, env.NEXT_DIST_DIR || '.next'),
  }
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)

// Nobody can open http://0.0.0.0; this machine's own name for itself works everywhere.
const shown = (host: string): string =>
  isLoopback(host) || host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
