import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { Count, Part } from './part'
import { script } from './program'

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() })

/** Runs vitest and reads the counts from its report. */
async function vitest(root: string, args: string[]): Promise<Count> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughline-vitest-'))
  const file = path.join(folder, 'report.json')
  try {
    const code = await script(root, 'vitest/vitest.mjs', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ])
    const { numPassedTests, numFailedTests } = report.parse(JSON.parse(await readFile(file, 'utf8')))
    // A file that does not load fails the run without a failed test.
    return { passed: numPassedTests, failed: Math.max(numFailedTests, code === 0 ? 0 : 1) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const houseRules = 'lib/*.test.ts'
const longTests = '**/*.long.test.ts'

export const layers: Part = {
  name: 'layers',
  says: 'order of the layers, doors, licences',
  async run(root) {
    const names = await readdir(path.join(root, 'lib'))
    return vitest(
      root,
      names.filter((name) => name.endsWith('.test.ts')).map((name) => `lib/${name}`),
    )
  },
}

export const unit: Part = {
  name: 'unit',
  says: 'tests beside the sources',
  run: (root) => vitest(root, ['--exclude', houseRules, '--exclude', longTests]),
}

export const long: Part = {
  name: 'long',
  says: 'tests that take minutes',
  long: true,
  run: (root) => vitest(root, ['--passWithNoTests', '--testTimeout=600000', '.long.test']),
}
