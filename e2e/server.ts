import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { chromium, type FullConfig } from '@playwright/test'
import { testPlace } from './place'

/** Starts one server with an empty data folder for all tests, and signs the owner in by the link it wrote. */
export default async function startServer(config: FullConfig): Promise<() => Promise<void>> {
  const { port, folder, data } = testPlace
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const server = spawn('sh', [path.join(config.rootDir, '../bin/start')], {
    env: { ...process.env, PORT: port, HOST: '', THROUGHLINE_URL: '', THROUGHLINE_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await printed(server.stdout, `http://localhost:${port}`)
  const link = (await readFile(path.join(data, 'sign-in-link'), 'utf8')).trim()
  await signIn(link, config, path.join(folder, 'session.json'))
  return async () => {
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

function printed(output: NodeJS.ReadableStream, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = ''
    output.on('data', (chunk) => {
      text += chunk
      if (text.split('\n').includes(line)) resolve()
    })
    output.once('end', () => reject(new Error(`The server ended:\n${text}`)))
  })
}

async function signIn(link: string, config: FullConfig, file: string): Promise<void> {
  const browser = await chromium.launch(config.projects[0]?.use.launchOptions)
  const page = await browser.newPage()
  await page.goto(link)
  await page.waitForURL('**/t/two-api-chain**')
  await page.context().storageState({ path: file })
  await browser.close()
}
