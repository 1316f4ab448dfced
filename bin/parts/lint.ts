import type { Part } from './part'
import { countOf, program, script } from './program'

const shell = ['bin/start', 'bin/test', 'bin/throughline', 'bin/bundle', 'bin/prepare', 'bin/bench', '.ci/run']

export const lint: Part = {
  name: 'lint',
  says: 'Biome, and shellcheck where there is one',
  async run(root) {
    const codes = [await script(root, '@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])]
    if (await present('shellcheck')) codes.push(await program(root, 'shellcheck', shell))
    else process.stdout.write('shellcheck is not installed: the shell scripts are not checked here.\n')
    return countOf(codes)
  },
}

const present = async (command: string): Promise<boolean> =>
  (await program('.', 'sh', ['-c', 'command -v "$0" >/dev/null', command])) === 0
