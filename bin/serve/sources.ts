import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** What the pages are built from, beside the packages. */
const folders = ['app', 'components', 'lib', 'public']
const files = [
  'package-lock.json',
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
]

/** A hash over names and contents: touching a file builds nothing, deleting one does. */
export async function sourcesHash(root: string): Promise<string> {
  const hash = createHash('sha256')
  const found = await Promise.all(folders.map((folder) => filesBelow(root, folder)))
  for (const file of [...files, ...found.flat()].sort()) {
    const content = await readFile(path.join(root, file)).catch(absent)
    if (content) hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true, recursive: true }).catch(absent)
  return (entries ?? [])
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
