import { parse, YAMLParseError } from 'yaml'
import { readChoices } from '@/lib/wizard/read'
import { drawChain } from '@/lib/wizard/wizard'
import { InputError, type Io } from './command'
import { readText } from './input'

/** The chain that a file of choices asks for. @throws InputError naming each choice that is wrong */
export async function drawFrom(io: Io, file: string) {
  const read = readChoices(yaml(await readText(io, file), file))
  if (read.ok) return drawChain(read.choices)
  const lines = read.errors.map(({ field, message }) => `  ${field || 'file'}: ${message}`)
  throw new InputError([`${file} does not say what to draw:`, ...lines].join('\n'))
}

function yaml(text: string, file: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw error instanceof YAMLParseError ? new InputError(`${file} is not YAML: ${error.message}`) : error
  }
}
