import { nearest } from '@/lib/topology/nearest'
import { parts } from '.'
import type { Count, Part } from './part'

const root = process.env.THROUGHLINE_ROOT ?? process.cwd()

function chosen(words: string[]): Part[] {
  if (words.length === 0) return parts.filter((part) => !part.long)
  if (words.includes('all')) return parts
  for (const word of words) {
    if (parts.some((part) => part.name === word)) continue
    const names = parts.map((part) => part.name)
    const meant = nearest(word, names)
    process.stderr.write(
      `There is no part "${word}"${meant ? `; ${meant} is the nearest` : ''}: ${names.join(', ')}, all\n`,
    )
    process.exit(2)
  }
  return parts.filter((part) => words.includes(part.name))
}

function help(): void {
  const lines = parts.map((part) => `  ${part.name.padEnd(9)}${part.says}${part.long ? ' (only by name or all)' : ''}`)
  process.stdout.write(`bin/test [PART… | all]\n\n${lines.join('\n')}\n`)
}

async function run(part: Part): Promise<Count & { name: string; seconds: number }> {
  const began = performance.now()
  process.stdout.write(`\n== ${part.name}: ${part.says}\n`)
  const count = await part.run(root).catch((error: unknown) => {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return { passed: 0, failed: 1 }
  })
  return { name: part.name, ...count, seconds: (performance.now() - began) / 1000 }
}

const words = process.argv.slice(2)
if (words.includes('--help') || words.includes('-h')) help()
else {
  const results: Awaited<ReturnType<typeof run>>[] = []
  for (const part of chosen(words)) results.push(await run(part))
  process.stdout.write('\n')
  for (const { name, passed, failed, seconds } of results)
    process.stdout.write(`${name.padEnd(9)}${seconds.toFixed(1).padStart(6)} s  ${passed} passed, ${failed} failed\n`)
  const sum = (of: 'passed' | 'failed') => results.reduce((total, result) => total + result[of], 0)
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
}
