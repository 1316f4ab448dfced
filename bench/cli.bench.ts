import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildTemplate } from '@/lib/templates/build'
import { alternating, finish, report } from './measure/ratio'

/** `throughline urls` on a template, as a whole process, against a Node process that does nothing. */
const folder = mkdtempSync(path.join(tmpdir(), 'throughline-bench-'))
const file = path.join(folder, 'topology.json')
writeFileSync(file, JSON.stringify(buildTemplate('two-api-chain', {})))

function timedProcess(command: string, args: string[]): number {
  const started = performance.now()
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} exits ${status}: ${stderr}`)
  return performance.now() - started
}

const urls = await alternating(
  11,
  () => timedProcess('bin/throughline', ['urls', file, '--json']),
  () => timedProcess(process.execPath, ['-e', '0']),
)
report('throughline urls on the two-API chain against node -e 0', urls, 4, 'ms')
rmSync(folder, { recursive: true })
finish()
