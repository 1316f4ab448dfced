import { type ParseArgsConfig, parseArgs } from 'node:util'
import { nearest } from '@/lib/topology/nearest'
import { UsageError } from './command'

type Options = NonNullable<ParseArgsConfig['options']>

/** Options every command has. */
const common = { json: { type: 'boolean' } } as const satisfies Options

/**
 * Reads a command's arguments by `node:util`'s parseArgs. @throws UsageError naming the option and the nearest right
 * word.
 */
export function readOptions<const O extends Options>(args: string[], options: O) {
  const all = { ...common, ...options }
  for (const arg of args) {
    if (arg === '--') break
    const name = /^--(?:no-)?([^=]+)/.exec(arg)?.[1]
    if (name === undefined || Object.hasOwn(all, name) || Object.hasOwn(all, arg.slice(2))) continue
    // The value of an option may begin with dashes itself; parseArgs below decides about those.
    const meant = nearest(name, Object.keys(all))
    throw new UsageError(`There is no option --${name}${meant ? `; --${meant} is the nearest` : ''}.`)
  }
  try {
    return parseArgs({ args, options: all, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The word that an option was given. @throws UsageError naming the words that it takes. */
export function oneOf<T extends string>(words: readonly T[], option: string, given: string): T {
  const found = words.find((word) => word === given)
  if (found === undefined) throw new UsageError(`--${option} takes ${words.join(', ')}, not ${given}.`)
  return found
}
