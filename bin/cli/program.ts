import { askNewPassword } from '../terminal/askHidden'
import type { Io } from './command'
import { run } from './run'

// A reader that stops early (`throughline urls … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const io: Io = {
  async stdin() {
    process.stdin.setEncoding('utf8')
    let text = ''
    for await (const chunk of process.stdin) text += chunk
    return text
  },
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  cwd: process.cwd(),
  ...(process.stdin.isTTY ? { askPassword: askNewPassword } : {}),
}

// The exit code is set, not forced: what is still in a pipe must be written. A failure ends the process as any other.
void run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code
})
