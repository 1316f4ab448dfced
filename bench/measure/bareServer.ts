import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** Builds the bare React Flow page once and serves it as the product serves its own. */
export async function serveBare(): Promise<{ url: string; close: () => Promise<void> }> {
  const dir = path.resolve('bench/bare')
  if (!isBuilt(dir)) {
    const { status } = spawnSync('node_modules/.bin/next', ['build', dir], { stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error('The bare page does not build.')
  }
  const child = spawn('node_modules/.bin/next', ['start', dir, '--port', '0', '--hostname', '127.0.0.1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? []
      if (address && text.includes('Ready')) resolve(address)
    })
    child.once('exit', () => reject(new Error(text)))
  })
  return {
    url,
    close: async () => {
      child.kill('SIGTERM')
    },
  }
}

function isBuilt(dir: string): boolean {
  const built = statSync(path.join(dir, '.next/BUILD_ID'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const pages = readdirSync(path.join(dir, 'app'), { recursive: true, encoding: 'utf8' })
  return pages.every((page) => statSync(path.join(dir, 'app', page)).mtimeMs <= built)
}
