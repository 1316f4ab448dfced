import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { freePort } from '@/lib/aws/emulated/freePort'
import { buildPages, isBuilt } from '../serve/build'
import { findChromium } from './chromium'
import type { Count, Part } from './part'
import { program, script } from './program'

const report = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

export const browser: Part = {
  name: 'browser',
  says: 'the real pages in Chromium',
  async run(root) {
    const chromium = await findChromium()
    if (!chromium) return { passed: 0, failed: 1 }
    if ((await program(root, 'sh', ['bin/bundle', 'serve'])) !== 0) return { passed: 0, failed: 1 }
    return playwright(root, chromium, await builtFolder(root))
  },
}

// A server may be reading `.next`: what it holds is taken when it is current, else another folder is built.
async function builtFolder(root: string): Promise<string> {
  const started = process.env.NEXT_DIST_DIR || '.next'
  if (await isBuilt(root, path.join(root, started))) return started
  await buildPages(root, path.join(root, '.next-test'))
  return '.next-test'
}

async function playwright(root: string, chromium: string, distDir: string): Promise<Count> {
  const folder = await mkdtemp(path.join(tmpdir(), 'throughline-browser-'))
  const file = path.join(folder, 'report.json')
  try {
    const code = await script(root, '@playwright/test/cli.js', ['test', '--reporter=list,json'], {
      CHROMIUM: chromium,
      NEXT_DIST_DIR: distDir,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      THROUGHLINE_TEST_PORT: String(await freePort()),
    })
    const { stats } = report.parse(JSON.parse(await readFile(file, 'utf8')))
    return { passed: stats.expected, failed: Math.max(stats.unexpected + stats.flaky, code === 0 ? 0 : 1) }
  } finally {
    await rm(folder, { recursive: true })
  }
}
