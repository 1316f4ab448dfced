import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sourcesHash } from './sources'

let running: ChildProcess | undefined

/** Ends a build that is under way, so that Ctrl-C leaves no process. */
export function stopBuild(): void {
  running?.kill('SIGTERM')
}

/** Builds the pages when their sources changed since the last build in this folder. @throws Error with Next's output */
export async function buildPages(root: string, distDir: string): Promise<{ built: boolean }> {
  const hash = await sourcesHash(root)
  const stamp = path.join(distDir, 'throughline-sources')
  const last = await readFile(stamp, 'utf8').catch(() => '')
  if (last === hash) return { built: false }
  await copyLayoutWorker(root)
  await nextBuild(root, distDir)
  await writeFile(stamp, hash)
  return { built: true }
}

/** Whether the folder holds a build of the present sources. */
export async function isBuilt(root: string, distDir: string): Promise<boolean> {
  const last = await readFile(path.join(distDir, 'throughline-sources'), 'utf8').catch(() => '')
  return last === (await sourcesHash(root))
}

// Served as a static classic worker: inside a bundled worker elk takes over `self.onmessage`
// (https://github.com/kieler/elkjs/issues/141).
async function copyLayoutWorker(root: string): Promise<void> {
  await mkdir(path.join(root, 'public'), { recursive: true })
  await copyFile(
    path.join(root, 'node_modules/elkjs/lib/elk-worker.min.js'),
    path.join(root, 'public/elk-worker.min.js'),
  )
}

async function nextBuild(root: string, distDir: string): Promise<void> {
  const child = spawn(process.execPath, [path.join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_DIST_DIR: path.relative(root, distDir),
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running = child
  let output = ''
  const keep = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const [code] = await once(child, 'close')
  running = undefined
  if (code !== 0) throw new Error(`The build failed:\n${output.trim()}`)
}
