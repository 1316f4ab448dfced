import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const server = z.object({ pid: z.number(), port: z.number(), url: z.string() })

/** A server that runs on a data folder; `url` is its public address. */
export type RunningServer = z.infer<typeof server>

export const runningFile = (folder: string): string => path.join(folder, 'server.json')

export const noteRunning = (folder: string, running: RunningServer): Promise<void> =>
  writeFile(runningFile(folder), JSON.stringify(running), { mode: 0o600 })

/** The server that runs on this data folder. A file left by one that was killed names no living process. */
export async function runningServer(folder: string): Promise<RunningServer | undefined> {
  const text = await readFile(runningFile(folder), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const noted = server.safeParse(JSON.parse(text))
  return noted.success && isAlive(noted.data.pid) ? noted.data : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: the process lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
