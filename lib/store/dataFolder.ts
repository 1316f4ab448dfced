import path from 'node:path'

/** The data folder: `THROUGHLINE_DATA`, else `.data` beside the sources. */
export function dataFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const root = env.THROUGHLINE_ROOT ?? process.cwd()
  return path.resolve(root, env.THROUGHLINE_DATA || '.data')
}
