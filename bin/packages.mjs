// Answers whether node_modules holds what the lockfile asks for: exit code 0 when it does. Plain JavaScript on purpose,
// it runs before anything is installed.
import { readFileSync } from 'node:fs'

const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')).packages

try {
  const wanted = read('../package-lock.json')
  // npm writes this list at the end of an installation; an interrupted one leaves none.
  const present = read('../node_modules/.package-lock.json')
  const missing = Object.entries(wanted).filter(
    // Optional packages are the native parts of other platforms.
    ([name, entry]) => name !== '' && !entry.optional && present[name]?.version !== entry.version,
  )
  process.exitCode = missing.length === 0 ? 0 : 1
} catch {
  process.exitCode = 1
}
