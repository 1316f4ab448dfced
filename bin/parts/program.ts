import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs a program with its output on this terminal and answers with its exit code. */
export async function program(
  root: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<number> {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = await once(child, 'close')
  return typeof code === 'number' ? code : 1
}

/** Runs the script of an installed package with this Node. */
export const script = (root: string, file: string, args: string[], env?: Record<string, string>): Promise<number> =>
  program(root, process.execPath, [`node_modules/${file}`, ...args], env)

/** Of programs that only pass or fail. */
export const countOf = (codes: number[]): { passed: number; failed: number } => ({
  passed: codes.filter((code) => code === 0).length,
  failed: codes.filter((code) => code !== 0).length,
})
