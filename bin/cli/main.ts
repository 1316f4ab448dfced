import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'

/**
 * Runs the program beside this file with the code that an earlier run of the same command has compiled: of a short run
 * compiling is a good part. (Node's own cache, `module.enableCompileCache`, begins with 22.1.)
 */
const program = path.join(__dirname, 'program.cjs')
const command = process.argv[2] ?? ''
const kept = path.join(__dirname, `compiled-${process.version}-${/^[a-z]+$/.test(command) ? command : 'help'}`)
const cachedData = compiledBefore()

const source = `(function (require) {${readFileSync(program, 'utf8')}\n})`
const script = new vm.Script(source, {
  filename: program,
  ...(cachedData ? { cachedData } : {}),
})
// At the end it holds what the command has really called; help and mistakes call next to nothing.
if (!cachedData || script.cachedDataRejected) process.once('exit', keep)
script.runInThisContext()(createRequire(program))

function compiledBefore(): Buffer | undefined {
  try {
    return readFileSync(kept)
  } catch {
    // The first run of this command.
    return undefined
  }
}

function keep(): void {
  if (process.exitCode === 2 || process.argv.includes('--help')) return
  try {
    const next = `${kept}.${process.pid}`
    writeFileSync(next, script.createCachedData())
    renameSync(next, kept)
  } catch {
    // The folder may belong to somebody else: the next run compiles as this one did.
  }
}
