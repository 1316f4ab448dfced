/**
 * Loads a command that reads one document. Schemas made after this are interpreted: compiling their parsers takes
 * longer than reading one document with them.
 */
export async function interpreted<T>(load: () => Promise<T>): Promise<T> {
  const { config } = await import('zod')
  config({ jitless: true })
  return load()
}
