import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Part } from './part'
import { countOf, program } from './program'

/** Each `bench/NAME.bench.ts` prints its figures with their bounds and exits 1 when one is missed. */
export const bench: Part = {
  name: 'bench',
  says: 'measured bounds',
  long: true,
  async run(root) {
    const files = (await readdir(path.join(root, 'bench'))).filter((file) => file.endsWith('.bench.ts')).sort()
    const codes: number[] = []
    for (const file of files) {
      process.stdout.write(`\n-- ${file}\n`)
      codes.push(await program(root, 'sh', ['bin/bench', file.replace(/\.bench\.ts$/, '')]))
    }
    return countOf(codes)
  },
}
