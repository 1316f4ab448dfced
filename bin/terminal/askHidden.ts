import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks on the terminal without showing what is typed. Undefined when Ctrl-C or Ctrl-D ends it. */
export async function askHidden(question: string): Promise<string | undefined> {
  // readline echoes to its output; what it writes after the question is swallowed.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const line = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  process.stderr.write(question)
  try {
    return await new Promise<string | undefined>((resolve) => {
      line.once('close', () => resolve(undefined))
      line.once('SIGINT', () => resolve(undefined))
      line.question('').then(resolve, () => resolve(undefined))
    })
  } finally {
    line.close()
    process.stderr.write('\n')
  }
}

/** Asks for a new password twice. Undefined when nobody answers or the two differ. */
export async function askNewPassword(name: string): Promise<string | undefined> {
  const first = await askHidden(`New password for ${name}: `)
  if (first === undefined) return undefined
  const second = await askHidden('The same once more: ')
  if (first === second) return first
  process.stderr.write('The two differ.\n')
  return undefined
}
