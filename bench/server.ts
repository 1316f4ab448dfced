import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { freePort } from '@/lib/aws/emulated/freePort'

export interface BenchServer {
  process: ChildProcess
  url: string
  /** The link that signs in, as the server wrote it. */
  link: string
}

/** Starts the product on a free port and waits until it answers. */
export async function startServer(data: string): Promise<BenchServer> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn('sh', ['bin/start'], {
    env: { ...process.env, PORT: String(port), HOST: '', THROUGHLINE_URL: '', THROUGHLINE_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      if (text.split('\n').includes(url)) resolve()
    })
    child.once('exit', () => reject(new Error(`The server ended:\n${text}`)))
  })
  const link = (await readFile(path.join(data, 'sign-in-link'), 'utf8')).trim()
  return { process: child, url, link }
}

export async function kill(server: BenchServer, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const ended = once(server.process, 'exit')
  server.process.kill(signal)
  await ended
}
