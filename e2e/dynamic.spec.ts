import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'

test('no page is static: a prerendered one has no nonce, and its scripts would not run', async () => {
  const dist = path.join(import.meta.dirname, '..', process.env.NEXT_DIST_DIR || '.next')
  const { routes } = JSON.parse(await readFile(path.join(dist, 'prerender-manifest.json'), 'utf8'))
  // Next builds its page for a failed root layout ahead in any case; ours needs no script.
  expect(Object.keys(routes).filter((route) => route !== '/_global-error')).toEqual([])
})
