import { rmSync } from 'node:fs'
import path from 'node:path'
import { noteRunning, runningFile } from '@/lib/store/running'
import { openStore } from '@/lib/store/store'
import { guardOtherHosts } from './access'
import { buildPages, stopBuild } from './build'
import { closingLines } from './link'
import { checkPort } from './port'
import { type Running, serve } from './server'
import { readSettings, SettingError } from './settings'
import { step } from './steps'

let running: Running | undefined
let ending = false

async function end(): Promise<void> {
  if (ending) return
  ending = true
  stopBuild()
  await running?.stop()
  process.exit(0)
}
process.on('SIGINT', () => void end())
process.on('SIGTERM', () => void end())
process.on('SIGHUP', () => void end())

async function start(): Promise<void> {
  const settings = readSettings(process.env)
  await checkPort(settings)
  Object.assign(process.env, {
    NODE_ENV: 'production',
    NEXT_DIST_DIR: path.relative(settings.root, settings.distDir),
    NEXTAUTH_URL: settings.publicUrl,
    THROUGHLINE_DATA: settings.data,
    THROUGHLINE_LOG: process.env.THROUGHLINE_LOG ?? path.join(settings.data, 'log', 'throughline.jsonl'),
  })

  const store = await step(3, 'Database', async () => {
    const opened = await openStore(settings.data)
    const { applied, copies } = opened.migrated
    const copied = copies.length > 0 ? `, copied before to ${copies.join(', ')}` : ''
    return { says: applied.length > 0 ? `tables ${applied.join(', ')}${copied}` : 'ready', value: opened }
  })
  await guardOtherHosts(store, settings)
  await step(4, 'Pages', async () => {
    const { built } = await buildPages(settings.root, settings.distDir)
    return { says: built ? 'built' : 'unchanged', value: undefined }
  })
  running = await step(5, 'Server', async () => {
    const value = await serve(settings)
    return { says: `listens on ${settings.host}:${value.port}`, value }
  })
  const lines = await closingLines(store, settings, running.port)
  // The pages open the store for themselves; two writers in one process would wait for each other.
  await store.close()
  const { port } = running
  await noteRunning(settings.data, { pid: process.pid, port, url: settings.publicUrl.replace(/:0$/, `:${port}`) })
  process.once('exit', () => rmSync(runningFile(settings.data), { force: true }))
  process.stdout.write(`\n${lines.join('\n')}\n`)
}

start().catch((error: unknown) => {
  if (ending) return
  process.stderr.write(
    `${error instanceof SettingError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(1)
})
