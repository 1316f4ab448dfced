import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../freePort'

/** An AWS emulated by moto (https://docs.getmoto.org/en/latest/docs/server_mode.html), and the AWS CLI to talk to it. */
export interface Moto {
  url: string
  /** Environment of a shell in which `aws` talks to the emulated AWS. */
  env: NodeJS.ProcessEnv
  /** Forgets everything, and runs a script of this folder; what it prints is JSON. */
  afresh: (script: string, args: string[]) => Promise<string>
  /** Commands of the AWS CLI, one after another, without a shell. */
  aws: (commands: string[][]) => void
  stop: () => void
}

/** Versions that fit one another: the CLI wants one botocore, and moto's answers were mended for this release. */
const packages = ['moto[server]==5.2.1', 'awscli==1.45.11']

/** The Python on the path where it has both, else one of our own. */
function pythonWithMoto(): string {
  const own = path.join(process.cwd(), '.build/moto/bin/python')
  const has = (python: string) => spawnSync(python, ['-c', 'import moto.server, awscli, boto3']).status === 0
  const found = ['python3', own].find(has)
  if (found !== undefined) return found
  if (!existsSync(own)) execFileSync('python3', ['-m', 'venv', path.join(process.cwd(), '.build/moto')])
  execFileSync(own, ['-m', 'pip', 'install', '--quiet', ...packages], { stdio: 'inherit' })
  return own
}

const here = (script: string) => path.join(import.meta.dirname, script)

export async function startMoto(region: string): Promise<Moto> {
  const python = pythonWithMoto()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = spawn(python, [here('repairs.py'), '-p', String(port)], { stdio: 'ignore' })
  await until(server, () => answers(url))
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-aws-'))
  const socket = path.join(folder, 'cli')
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PATH: `${folder}:${process.env.PATH ?? ''}`,
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'testing',
    AWS_SECRET_ACCESS_KEY: 'testing',
    AWS_DEFAULT_REGION: region,
  }
  const cli = spawn(python, [here('cli.py'), 'serve', socket], { env, stdio: 'ignore' })
  await until(cli, async () => existsSync(socket))
  writeFileSync(path.join(folder, 'aws'), `#!/bin/sh\nexec '${python}' -I -S '${here('cli.py')}' '${socket}' "$@"\n`)
  chmodSync(path.join(folder, 'aws'), 0o755)
  return {
    url,
    env,
    async afresh(script, args) {
      await fetch(`${url}/moto-api/reset`, { method: 'POST' })
      return execFileSync(python, [here(script), url, ...args], { env }).toString()
    },
    aws(commands) {
      for (const words of commands)
        execFileSync(path.join(folder, 'aws'), words, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    },
    stop() {
      server.kill()
      cli.kill()
      rmSync(folder, { recursive: true })
    },
  }
}

async function until(process: ChildProcess, ready: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600 && process.exitCode === null; tries++) {
    if (await ready()) return
    await wait(100)
  }
  throw new Error(`${process.spawnargs.join(' ')} did not start.`)
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/moto-api/data.json`)).ok
  } catch {
    return false
  }
}
