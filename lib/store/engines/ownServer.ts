import { execFile, spawn } from 'node:child_process'
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from '@/lib/aws/emulated/freePort'

const run = promisify(execFile)

/** A PostgreSQL server of the tests' own, on a free port, with a folder that is gone afterwards. */
export interface OwnServer {
  /** The address of a database with nothing in it. */
  emptyDatabase: () => Promise<string>
  stop: () => Promise<void>
}

/** @throws Error where PostgreSQL is not installed and cannot be. */
export async function ownPostgres(): Promise<OwnServer> {
  const programs = (await installed()) ?? (await install())
  const folder = await mkdtemp(path.join(tmpdir(), 'throughline-postgres-'))
  const user = await otherThanRoot()
  if (user.uid !== undefined) await chown(folder, user.uid, user.gid ?? user.uid)
  const data = path.join(folder, 'data')
  await run(path.join(programs, 'initdb'), ['-D', data, '-U', 'tests', '--auth=trust', '--no-sync'], {
    ...user,
    cwd: folder,
  })
  const port = await freePort()
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`]
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((s) => ['-c', s])],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (chunk) => {
      said += chunk
      if (said.includes('ready to accept connections')) resolve()
    })
    void ended.then(() => reject(new Error(`PostgreSQL ended: ${said}`)))
  })
  const address = (database: string) => `postgres://tests@127.0.0.1:${port}/${database}`
  let made = 0
  return {
    async emptyDatabase() {
      const name = `tests_${made++}`
      const client = new pg.Client(address('postgres'))
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return address(name)
    },
    async stop() {
      // "Fast shutdown": connections that a test left open do not delay it.
      server.kill('SIGINT')
      await ended
      await rm(folder, { recursive: true })
    },
  }
}

/** Where the newest of Debian's PostgreSQL servers has its programs. */
async function installed(): Promise<string | undefined> {
  const root = '/usr/lib/postgresql'
  const versions = await readdir(root).catch(() => [])
  const newest = versions
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => b - a)[0]
  return newest === undefined ? undefined : path.join(root, String(newest), 'bin')
}

async function install(): Promise<string> {
  if (process.getuid?.() === 0) {
    await run('apt-get', ['update', '-qq'])
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'])
  }
  const programs = await installed()
  if (!programs) throw new Error('The tests of the store need a PostgreSQL server: sudo apt-get install postgresql')
  return programs
}

// PostgreSQL refuses to run as root; Debian's package makes a user for it.
async function otherThanRoot(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {}
  const id = async (option: string) => Number((await run('id', [option, 'postgres'])).stdout)
  return { uid: await id('-u'), gid: await id('-g') }
}
