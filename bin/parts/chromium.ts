import { access } from 'node:fs/promises'
import { program } from './program'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A Chromium on this machine: `CHROMIUM`, a usual place, else installed from Debian's packages. */
export async function findChromium(): Promise<string | undefined> {
  const found = await present()
  if (found) return found
  const root = process.getuid?.() === 0
  const debian = await access('/usr/bin/apt-get').then(
    () => true,
    () => false,
  )
  if (root && debian) {
    process.stdout.write("Installing Chromium from Debian's packages …\n")
    await program('/', 'apt-get', ['update', '-qq'])
    await program('/', 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
    return present()
  }
  const how = debian ? 'sudo apt-get install chromium' : 'install Chromium or Chrome, or set CHROMIUM to its program'
  process.stdout.write(`The browser tests need Chromium, and there is none: ${how}\n`)
  return undefined
}

async function present(): Promise<string | undefined> {
  for (const file of process.env.CHROMIUM ? [process.env.CHROMIUM] : known)
    if (
      await access(file).then(
        () => true,
        () => false,
      )
    )
      return file
  return undefined
}
