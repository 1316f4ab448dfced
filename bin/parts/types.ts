import type { Part } from './part'
import { countOf, script } from './program'

/** The whole tree, and the pure core again without the names of any platform. */
export const types: Part = {
  name: 'types',
  says: 'TypeScript, the pure core apart',
  async run(root) {
    const tsc = 'typescript/bin/tsc'
    return countOf([
      await script(root, tsc, ['--noEmit', '-p', 'tsconfig.json']),
      await script(root, tsc, ['--noEmit', '-p', 'tsconfig.core.json']),
    ])
  },
}
